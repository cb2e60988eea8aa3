/** The commands that look at whole units, as yargs declares them; what only they need is loaded when they run. */
import type { Argv } from "yargs";
import type { UnitSet } from "../model/unit-set.ts";
import type { CommandOutput } from "./command-output.ts";
import type { Paint } from "./terminal.ts";
import { catArguments, graphArguments, simulateArguments, treeArguments } from "./unit-arguments.ts";
import { openPlaces, withUnread } from "./unit-places.ts";
import { UsageError } from "./usage-error.ts";

/** Adds them to the command line; `finish` prints what a command says and keeps its exit status. */
export function declareUnitCommands(yargs: Argv, finish: (output: CommandOutput) => void): Argv {
  return yargs
    .command(
      "cat <units..>",
      "Show the files of units as systemd reads them, or what they come to",
      catArguments,
      async args => {
        const { cat } = await import("./commands/cat.ts");
        const { set, units, told } = await open(args);
        if (units.length === 0) throw new UsageError("name a unit besides the folder that holds it");
        finish(told(cat(set, { ...args, units }, await brush())));
      },
    )
    .command("list-dependencies [unit]", "Show what a unit pulls in, as a tree", treeArguments, async args => {
      const { listDependencies } = await import("./commands/list-dependencies.ts");
      const { set, units, told } = await open({ ...args, units: [args.unit] });
      const [unit] = units;
      if (unit === undefined)
        throw new UsageError(`${args.unit} is a folder; name a unit, and its folder by --unit-path`);
      finish(told(listDependencies(set, { ...args, unit, direction: directionOf(args) }, await brush())));
    })
    .command(
      "simulate [what] [unit]",
      "Show the jobs of a boot or a start, in order",
      simulateArguments,
      async args => {
        const { simulate } = await import("./commands/simulate.ts");
        const { withOwnEnabled } = await import("./opened-units.ts");
        const { set, units, paths, ofProject, told } = await open({
          ...args,
          units: args.unit === undefined ? [] : [args.unit],
        });
        if (args.what === "boot" && units.length > 0 && paths.length === 0)
          throw new UsageError(
            `${args.unit}: no such file or folder; for a boot, name the folder or a file of a project`,
          );
        const [unit] = units;
        if (args.what !== "boot" && unit === undefined) throw new UsageError(`name the unit to ${args.what}`);
        finish(told(simulate(ofProject ? withOwnEnabled(set) : set, { ...args, unit }, await brush())));
      },
    )
    .command("graph [units..]", "Draw the dependencies of units", graphArguments, async args => {
      const { graph } = await import("./commands/graph.ts");
      const { drawSvg } = await import("../platform/draw-svg.ts");
      const { set, units, ofProject, told } = await open(args);
      const relations = args.order ? "order" : args.require ? "require" : undefined;
      const output = told(await graph(set, { ...args, units, relations, templates: ofProject }, drawSvg));
      finish(
        args.output === undefined || args.output === "-"
          ? output
          : { ...output, stdout: await written(args.output, output.stdout) },
      );
    });
}

interface OpenArguments {
  readonly units: readonly string[];
  readonly root: readonly string[];
  readonly unitPath: readonly string[];
  readonly user: boolean;
  readonly target: string | undefined;
}

interface OpenedUnits {
  readonly set: UnitSet;
  readonly units: readonly string[];
  /** The files and folders of a project among the words. */
  readonly paths: readonly string[];
  readonly ofProject: boolean;
  /** What a command says of them, with what could not be read. */
  readonly told: (output: CommandOutput) => CommandOutput;
}

/** What the words and options name; units of a project are told from those of a system. */
async function open(args: OpenArguments): Promise<OpenedUnits> {
  const { diskHost } = await import("../platform/disk-host.ts");
  const { readTargets, wantedTargets } = await import("./targets.ts");
  const { readUnitWords } = await import("./unit-words.ts");
  const { openWithStock } = await import("./opened-units.ts");
  const { stockFolder } = await import("../model/stock-folder.ts");
  const besides = args.root.length > 0 || args.unitPath.length > 0;
  const { units, paths } = readUnitWords(args.units, diskHost.kind, besides);
  const { folders, manager, unread } = openPlaces({ ...args, paths });
  const [{ catalog, note }] = await readTargets(
    wantedTargets(args.target === undefined ? [] : [args.target], args.root),
  );
  if (note !== undefined) process.stderr.write(`unitlint: note: ${note}\n`);
  const set = openWithStock(folders, manager, catalog, () => stockFolder(catalog.version, manager));
  const told = (output: CommandOutput) => withUnread(output, unread());
  return { set, units, paths, ofProject: paths.length > 0 || (besides && args.root.length === 0), told };
}

async function brush(): Promise<Paint> {
  const { colourWanted, paintWith } = await import("./terminal.ts");
  return paintWith(colourWanted(process.env, process.stdout));
}

async function written(path: string, text: string): Promise<string> {
  const { writeText } = await import("../platform/write-text.ts");
  const { uninterrupted } = await import("../platform/uninterrupted.ts");
  const problem = await uninterrupted(() => writeText(path, text));
  if (problem !== undefined) throw new UsageError(`--output ${path}: ${problem}`);
  return "";
}

function directionOf(args: { reverse: boolean; before: boolean; after: boolean }) {
  return args.reverse ? "reverse" : args.before ? "before" : args.after ? "after" : "forward";
}
