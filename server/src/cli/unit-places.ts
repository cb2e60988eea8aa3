/** Where the commands that look at whole units find them: folders of a project, roots, single folders, or this host. */
import type { Options } from "yargs";
import type { UserHome } from "../model/search-path.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { UnitFolder } from "../model/unit-folder.ts";
import { diskHost } from "../platform/disk-host.ts";
import { gitIgnore } from "../platform/git-ignore.ts";
import { discover } from "../workspace/discover.ts";
import type { InputError } from "../workspace/discovery.ts";
import { rootFolders } from "../workspace/roots.ts";
import { newSources } from "../workspace/sources.ts";
import type { CommandOutput } from "./command-output.ts";
import { printable } from "./terminal.ts";
import { unitFolderOf } from "./unit-words.ts";
import { UsageError } from "./usage-error.ts";

/** The options that say where. */
export const unitPlaceOptions = {
  root: {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: "Look for units in this root instead of /; may be repeated, the first one lies over the others",
    group: "Units:",
  },
  "unit-path": {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: "A folder of units that comes before all others; may be repeated",
    group: "Units:",
  },
  user: { type: "boolean", default: false, describe: "Units of user managers", group: "Units:" },
} as const satisfies Readonly<Record<string, Options>>;

/** What the options say, with the files and folders of a project. */
export interface UnitPlaces {
  readonly root: readonly string[];
  readonly unitPath: readonly string[];
  readonly user: boolean;
  readonly paths: readonly string[];
}

/** The folders of the search path, and what in them could not be read so far; those of a project or root stand alone, without this host's. Throws a UsageError for what is not there. */
export function openPlaces({ root, unitPath, user, paths }: UnitPlaces): {
  folders: readonly UnitFolder[];
  manager: Manager;
  unread: () => readonly InputError[];
} {
  for (const [option, folders] of [
    ["--root", root],
    ["--unit-path", unitPath],
  ] as const) {
    const wrong = folders.find(path => diskHost.kind(path) !== "folder");
    if (wrong !== undefined) throw new UsageError(`${option} ${wrong}: no such folder`);
  }
  const project = projectFolders(paths);
  const roots = root.length > 0 ? root : project.folders.length > 0 || unitPath.length > 0 ? [] : ["/"];
  const manager = user || project.manager === "user" ? "user" : "system";
  const places = { roots, unitPaths: [...project.folders, ...unitPath], ...homeOf(process.env) };
  const sources = newSources();
  const folders = rootFolders(diskHost, places, manager, sources);
  const unread = () => [...project.errors, ...sources.unread()];
  return { folders, manager, unread };
}

/** The folders of whoever runs this. systemd: xdg_user_dirs(), src/libsystemd/sd-path */
function homeOf(env: NodeJS.ProcessEnv): { home?: UserHome } {
  const { HOME: home, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_RUNTIME_DIR: runtime } = env;
  if (home === undefined || home === "") return {};
  const config = XDG_CONFIG_HOME || `${home}/.config`;
  const data = XDG_DATA_HOME || `${home}/.local/share`;
  return { home: { config, data, ...(runtime && { runtime }) } };
}

/** What a command says that rests on files of which some could not be read: they are named, and the status is 2. */
export function withUnread(output: CommandOutput, unread: readonly InputError[]): CommandOutput {
  if (unread.length === 0) return output;
  const lines = new Set(unread.map(({ path, message }) => `unitlint: ${printable(path)}: ${message}\n`));
  return { ...output, stderr: output.stderr + [...lines].join(""), status: 2 };
}

interface Project {
  readonly folders: readonly string[];
  readonly manager: Manager;
  readonly errors: readonly InputError[];
}

function projectFolders(paths: readonly string[]): Project {
  if (paths.length === 0) return { folders: [], manager: "system", errors: [] };
  const { files, errors } = discover(diskHost, paths, { ignoreRules: gitIgnore });
  const [error] = errors;
  if (files.length === 0 && error !== undefined) throw new UsageError(`${error.path}: ${error.message}`);
  const folders = [
    ...new Set(files.flatMap(({ path, name }) => (name === undefined ? [] : [unitFolderOf(path, name)]))),
  ];
  const isUser = files.length > 0 && files.every(({ name }) => name?.manager === "user");
  return { folders, manager: isUser ? "user" : "system", errors };
}
