/** The options of the command line, as yargs reads them. */
import type { Argv, Options } from "yargs";
import { newestVersion } from "../catalog/catalog.ts";
import type { Severity } from "../lint/finding.ts";
import { type Preset, presets } from "../lint/preset.ts";
import { UsageError } from "./usage-error.ts";

/** When a run fails: at a finding of this severity or above. */
export type FailOn = Severity | "never";

/** What `unitlint [PATHS…]` was asked to do. */
export interface LintArguments {
  readonly paths: readonly string[];
  readonly as?: string | undefined;
  readonly stdin: boolean;
  readonly stdinFilename?: string | undefined;
  readonly user: boolean;
  readonly system: boolean;
  /** Empty where the newest is meant, or what a root holds. */
  readonly target: readonly string[];
  readonly root: readonly string[];
  readonly unitPath: readonly string[];
  readonly preset: Preset;
  readonly rule: readonly string[];
  readonly hardening: boolean;
  readonly format: "human" | "json";
  readonly failOn: FailOn;
  readonly maxWarnings?: number | undefined;
  readonly quiet: boolean;
}

const inputOptions = {
  as: {
    type: "string",
    requiresArg: true,
    describe: "Judge the files under this name: nginx.service, foo.service.d/x.conf, service",
    group: "Input:",
  },
  stdin: { type: "boolean", default: false, describe: "Read a unit from standard input", group: "Input:" },
  "stdin-filename": {
    type: "string",
    requiresArg: true,
    describe: "The name of what standard input holds",
    group: "Input:",
  },
  root: {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe:
      "Judge units in this root, or all of its units where no path is named; may be repeated, the first lies over the others",
    group: "Input:",
  },
  "unit-path": {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: "A folder of units that the named ones refer to; may be repeated",
    group: "Input:",
  },
  user: { type: "boolean", default: false, describe: "The units are read by user managers", group: "Input:" },
  system: {
    type: "boolean",
    default: false,
    describe: "The units are read by the system manager (guessed from …/user/ otherwise)",
    group: "Input:",
  },
} as const satisfies Readonly<Record<string, Options>>;

const judgingOptions = {
  preset: {
    choices: presets,
    default: "recommended" as Preset,
    describe: "Which findings to tell",
    group: "Judging:",
  },
  hardening: {
    type: "boolean",
    default: false,
    describe: "Also tell what services could do without, with its share in their exposure",
    group: "Judging:",
  },
  rule: {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: "Set a rule's severity, as ID=error|warning|info|off",
    group: "Judging:",
  },
  target: {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    defaultDescription: `${newestVersion}, or what a --root holds`,
    describe:
      "What runs the units: a systemd version (219 … 262), a release such as debian-11, or host; several with commas; 247–257 and 262 are exact, other versions less certain",
    group: "Judging:",
  },
  config: { type: "boolean", default: true, hidden: true },
  "no-config": { type: "boolean", describe: "Read no configuration file", group: "Judging:" },
} as const satisfies Readonly<Record<string, Options>>;

const outputOptions = {
  format: {
    choices: ["human", "json"] as const,
    default: "human" as "human" | "json",
    describe: "How to print findings",
    group: "Output:",
  },
  quiet: { alias: "q", type: "boolean", default: false, describe: "Print errors only", group: "Output:" },
  "fail-on": {
    choices: ["error", "warning", "info", "never"] as const,
    default: "error" as FailOn,
    describe: "Exit with 1 at findings of this severity or above",
    group: "Output:",
  },
  "max-warnings": {
    type: "number",
    requiresArg: true,
    describe: "Exit with 1 at more warnings than this",
    group: "Output:",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Everything that `unitlint [PATHS…]` understands behind `--`. */
export const lintOptions = { ...inputOptions, ...judgingOptions, ...outputOptions };

/** Declares the arguments of `unitlint [PATHS…]`. */
export function lintArguments(yargs: Argv) {
  return yargs
    .positional("paths", {
      type: "string",
      array: true,
      default: [] as string[],
      describe: "Files, folders or globs; - reads standard input; by default this folder",
    })
    .options(lintOptions)
    .check(checkLintArguments);
}

function checkLintArguments(args: Readonly<Record<string, unknown>>): true {
  if (args.user === true && args.system === true) throw new UsageError("--user and --system exclude each other");
  const most = args["max-warnings"];
  if (most !== undefined && !(Number(most) >= 0)) throw new UsageError("--max-warnings takes a number from 0");
  return true;
}
