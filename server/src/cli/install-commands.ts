/** The commands that tell which unit files are enabled, as yargs declares them; what only they need is loaded when they run. */
import type { Argv } from "yargs";
import { newestVersion } from "../catalog/catalog.ts";
import type { InstallSearch } from "../model/install/discover.ts";
import type { PresetRule } from "../model/install/presets.ts";
import type { InputError } from "../workspace/discovery.ts";
import type { CommandOutput } from "./command-output.ts";
import { openPlaces, unitPlaceOptions, withUnread } from "./unit-places.ts";

/** Adds them to the command line; `finish` prints what a command says and keeps its exit status. */
export function declareInstallCommands(yargs: Argv, finish: (output: CommandOutput) => void): Argv {
  return yargs
    .command("is-enabled <units..>", "Tell whether units are enabled, as systemctl does", unitArguments, async args => {
      const { isEnabled } = await import("./commands/is-enabled.ts");
      const { search, unread } = await open(args);
      finish(withUnread(isEnabled(search, args), unread()));
    })
    .command("list-unit-files [patterns..]", "List unit files with their states", listArguments, async args => {
      const { listUnitFilesCommand } = await import("./commands/list-unit-files.ts");
      const { search, presets, unread } = await open(args);
      finish(withUnread(listUnitFilesCommand(search, presets, args), unread()));
    });
}

interface OpenArguments {
  readonly root: readonly string[];
  readonly unitPath: readonly string[];
  readonly user: boolean;
  readonly target: string | undefined;
}

interface Opened {
  readonly search: InstallSearch;
  readonly presets: readonly PresetRule[];
  readonly unread: () => readonly InputError[];
}

/** The folders and presets that the options name: of this host where they name none. */
async function open(args: OpenArguments): Promise<Opened> {
  const { diskHost } = await import("../platform/disk-host.ts");
  const { rootedAt } = await import("../workspace/chase.ts");
  const { loadPresets } = await import("../workspace/load-presets.ts");
  const { parsePresets } = await import("../model/install/presets.ts");
  const { readTargets, wantedTargets } = await import("./targets.ts");
  const [{ catalog, note }] = await readTargets(
    wantedTargets(args.target === undefined ? [] : [args.target], args.root),
  );
  if (note !== undefined) process.stderr.write(`unitlint: note: ${note}\n`);
  const { version } = catalog;
  const { folders, manager, unread } = openPlaces({ ...args, paths: [] });
  const roots = args.root.length > 0 || args.unitPath.length > 0 ? args.root : ["/"];
  const trees = roots.map(root => rootedAt(diskHost, root));
  return { search: { folders, version }, presets: parsePresets(loadPresets(trees, manager, version), version), unread };
}

const options = {
  ...unitPlaceOptions,
  target: {
    type: "string",
    requiresArg: true,
    defaultDescription: `${newestVersion}, or what a --root holds`,
    describe: "What runs the units: a systemd version, a release such as debian-11, or host",
    group: "Units:",
  },
  format: {
    choices: ["human", "json"] as const,
    default: "human" as "human" | "json",
    describe: "How to print",
  },
} as const;

function unitArguments(yargs: Argv) {
  return yargs
    .positional("units", {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Units by name, such as nginx or getty@tty1.service",
    })
    .options(options)
    .example("unitlint is-enabled --root /srv/image sshd", "Whether an image starts a unit")
    .epilogue("Exit status: 0 where one of them is enabled or need not be, 4 where none is found, else 1.");
}

function listArguments(yargs: Argv) {
  return yargs
    .positional("patterns", {
      type: "string",
      array: true,
      default: [] as string[],
      describe: "Only these names: patterns such as 'ssh*'",
    })
    .option("state", {
      type: "string",
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: "Only files in this state, such as enabled; several with commas",
    })
    .option("type", {
      type: "string",
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: "Only units of this type, such as timer; several with commas",
    })
    .options(options)
    .example("unitlint list-unit-files --root /srv/image --state enabled", "What is enabled in an image")
    .example("unitlint list-unit-files --unit-path deploy/units", "Of a folder of units alone");
}
