/** The arguments of the commands that look at whole units. */
import type { Argv } from "yargs";
import { newestVersion } from "../catalog/catalog.ts";
import { unitPlaceOptions } from "./unit-places.ts";
import { UsageError } from "./usage-error.ts";

const sourceOptions = {
  ...unitPlaceOptions,
  target: {
    type: "string",
    requiresArg: true,
    defaultDescription: `${newestVersion}, or what a --root holds`,
    describe: "What runs the units: a systemd version, a release such as debian-11, or host",
    group: "Units:",
  },
} as const;

const formatOption = {
  choices: ["human", "json"] as const,
  default: "human" as "human" | "json",
  describe: "How to print",
} as const;

/** Declares the arguments of `unitlint simulate`. */
export function simulateArguments(yargs: Argv) {
  return yargs
    .positional("what", {
      choices: ["boot", "start", "isolate"] as const,
      default: "boot" as "boot" | "start" | "isolate",
      describe: "A boot to default.target, the start of a unit, or isolating one after a boot",
    })
    .positional("unit", {
      type: "string",
      describe: "The unit to start, by name or path; for a boot, the folder or file of a project",
    })
    .option("format", formatOption)
    .options(sourceOptions)
    .example("unitlint simulate boot .", "Boot with all units of this project enabled")
    .example("unitlint simulate start deploy/app.service", "What systemctl start app.service would do")
    .example("unitlint simulate boot --root /srv/image", "Boot an image as it is enabled")
    .epilogue("Exit status: 1 where nothing would start, or a job is deleted to break an ordering cycle.");
}

/** Declares the arguments of `unitlint cat`. */
export function catArguments(yargs: Argv) {
  return yargs
    .positional("units", {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Units by name, or unit files by path; with a folder, the units of that project",
    })
    .option("effective", {
      type: "boolean",
      default: false,
      describe: "The merged settings that count, each with its line",
    })
    .option("all", { type: "boolean", default: false, describe: "With --effective: also what does not count, and why" })
    .option("format", formatOption)
    .options(sourceOptions)
    .example("unitlint cat nginx", "The fragment and its drop-ins, as systemctl cat shows them")
    .example("unitlint cat --effective deploy/app.service", "What the files of a project come to")
    .example("unitlint cat --root /srv/image sshd.service", "In a mounted image");
}

/** Declares the arguments of `unitlint list-dependencies`. */
export function treeArguments(yargs: Argv) {
  return yargs
    .positional("unit", {
      type: "string",
      default: "default.target",
      describe: "A unit by name, or a unit file by path",
    })
    .option("reverse", { type: "boolean", default: false, describe: "What pulls the unit in" })
    .option("before", { type: "boolean", default: false, describe: "What starts after the unit: it comes before them" })
    .option("after", { type: "boolean", default: false, describe: "What the unit waits for" })
    .option("all", { type: "boolean", default: false, describe: "Go on below all units, not only below targets" })
    .option("format", formatOption)
    .options(sourceOptions)
    .check(oneOf("reverse", "before", "after"))
    .example("unitlint list-dependencies multi-user.target", "What boots with it")
    .example("unitlint list-dependencies --reverse deploy/app.service", "What starts a unit of a project")
    .epilogue("All units in the folders count, also those that nothing starts.");
}

/** Declares the arguments of `unitlint graph`. */
export function graphArguments(yargs: Argv) {
  return yargs
    .positional("units", {
      type: "string",
      array: true,
      default: [] as string[],
      describe:
        "Units by name or pattern ('ssh*'), unit files by path, or the folder of a project; all units by default",
    })
    .option("format", {
      choices: ["svg", "dot", "mermaid", "json"] as const,
      default: "svg" as "svg" | "dot" | "mermaid" | "json",
      describe: "How to write the graph",
    })
    .option("order", { type: "boolean", default: false, describe: "Only After= and Before=" })
    .option("require", {
      type: "boolean",
      default: false,
      describe: "Only Requires=, Wants=, Conflicts= and their like",
    })
    .option("from", {
      type: "string",
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: "Only dependencies of these units; patterns",
    })
    .option("to", {
      type: "string",
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: "Only dependencies on these units; patterns",
    })
    .option("cycles", {
      type: "boolean",
      default: false,
      describe: "Only ordering cycles; exits with 1 where there are any",
    })
    .option("all", {
      type: "boolean",
      default: false,
      describe: "Also what nearly every unit has, and what follows from other lines",
    })
    .option("output", { alias: "o", type: "string", requiresArg: true, describe: "Write to this file; - prints" })
    .options(sourceOptions)
    .check(oneOf("order", "require"))
    .example("unitlint graph . -o units.svg", "A picture of the units of this project")
    .example("unitlint graph --order --to network-online.target -o net.svg", "What waits for the network on this host")
    .example("unitlint graph --root /srv/image --cycles --format dot", "Ordering cycles of an image");
}

/** yargs' own conflicts count a default as given. */
function oneOf(...names: readonly string[]): (args: Readonly<Record<string, unknown>>) => true {
  return args => {
    const [one, other] = names.filter(name => args[name] === true);
    if (other !== undefined) throw new UsageError(`--${one} and --${other} exclude each other`);
    return true;
  };
}
