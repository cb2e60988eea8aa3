/** Where systemd looks for units, the first folder winning. systemd: lookup_paths_init(), user_unit_search_dirs(), src/libsystemd/sd-path/path-lookup.c */

import type { Manager } from "./unit-file-name.ts";
import type { FolderRole } from "./unit-folder.ts";

/** A folder of the search path by its place in a root. */
export interface SearchFolder {
  /** Absolute, as seen from the root. */
  readonly path: string;
  readonly role: FolderRole;
}

/** Where a user keeps what the system's folders are to all: absolute paths. */
export interface UserHome {
  /** `$XDG_CONFIG_HOME`, or `~/.config`. */
  readonly config: string;
  /** `$XDG_DATA_HOME`, or `~/.local/share`. */
  readonly data: string;
  /** `$XDG_RUNTIME_DIR`, where there is one. */
  readonly runtime?: string;
}

/**
 * The folders for a manager, the highest rank first; those of one user's home only where it is given. `/lib` counts only where it is no link
 * to `/usr/lib`.
 */
export function searchPath(manager: Manager, home?: UserHome): readonly SearchFolder[] {
  if (manager === "system") return systemFolders;
  return home === undefined ? globalFolders : [...withHome(home)];
}

const systemFolders: readonly SearchFolder[] = [
  { path: "/etc/systemd/system.control", role: "control" },
  { path: "/run/systemd/system.control", role: "control" },
  { path: "/run/systemd/transient", role: "transient" },
  { path: "/run/systemd/generator.early", role: "generator-early" },
  { path: "/etc/systemd/system", role: "config" },
  { path: "/etc/systemd/system.attached", role: "attached" },
  { path: "/run/systemd/system", role: "runtime" },
  { path: "/run/systemd/system.attached", role: "attached" },
  { path: "/run/systemd/generator", role: "generator" },
  { path: "/usr/local/lib/systemd/system", role: "vendor" },
  { path: "/usr/lib/systemd/system", role: "vendor" },
  { path: "/lib/systemd/system", role: "vendor" },
  { path: "/run/systemd/generator.late", role: "generator-late" },
];

const globalConfig: readonly SearchFolder[] = [
  { path: "/etc/xdg/systemd/user", role: "config" },
  { path: "/etc/systemd/user", role: "config" },
];

const globalRuntime: SearchFolder = { path: "/run/systemd/user", role: "runtime" };

const globalVendor: readonly SearchFolder[] = [
  { path: "/usr/local/share/systemd/user", role: "vendor" },
  { path: "/usr/share/systemd/user", role: "vendor" },
  { path: "/usr/local/lib/systemd/user", role: "vendor" },
  { path: "/usr/lib/systemd/user", role: "vendor" },
];

/** What holds for all users alike. */
const globalFolders: readonly SearchFolder[] = [...globalConfig, globalRuntime, ...globalVendor];

function* withHome({ config, data, runtime }: UserHome): Generator<SearchFolder> {
  const own = function* (folders: readonly (readonly [name: string, role: FolderRole])[]): Generator<SearchFolder> {
    if (runtime !== undefined) for (const [name, role] of folders) yield { path: `${runtime}/systemd/${name}`, role };
  };
  yield { path: `${config}/systemd/user.control`, role: "control" };
  yield* own([
    ["user.control", "control"],
    ["transient", "transient"],
    ["generator.early", "generator-early"],
  ]);
  yield { path: `${config}/systemd/user`, role: "config" };
  yield { path: `${config}/systemd/user.attached`, role: "attached" };
  yield* globalConfig;
  yield* own([
    ["user", "runtime"],
    ["user.attached", "attached"],
  ]);
  yield globalRuntime;
  yield* own([["generator", "generator"]]);
  yield { path: `${data}/systemd/user`, role: "vendor" };
  yield* globalVendor;
  yield* own([["generator.late", "generator-late"]]);
}
