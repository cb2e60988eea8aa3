/** The options of the command line, as yargs reads them. */
import type { Argv } from "yargs";
import type { Severity } from "../lint/finding.ts";
import type { Preset } from "../lint/preset.ts";
import { configOptions } from "./options/config.ts";
import { checkFixOptions, type FixArguments, fixOptions } from "./options/fixing.ts";
import { inputOptions } from "./options/input.ts";
import { judgingOptions } from "./options/judging.ts";
import { outputOptions } from "./options/output.ts";
import { reportOptions } from "./options/reports.ts";
import { scaleOptions } from "./options/scale.ts";
import { checkSelectionOptions, type SelectionArguments, selectionOptions } from "./options/selection.ts";
import type { LintFormat } from "./reporters/formats.ts";
import { UsageError } from "./usage-error.ts";

/** When a run fails: at a finding of this severity or above. */
export type FailOn = Severity | "never";

/** What `unitlint [PATHS…]` was asked to do. */
export interface LintArguments extends FixArguments, SelectionArguments {
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
  /** Undefined where a configuration decides, or the default. */
  readonly preset?: Preset | undefined;
  readonly rule: readonly string[];
  readonly hardening?: boolean | undefined;
  /** A configuration to read, or false for none. */
  readonly config?: string | false | undefined;
  readonly format: LintFormat;
  /** `PATH` or `FORMAT=PATH`. */
  readonly outputFile: readonly string[];
  readonly statistics: boolean;
  readonly trees: boolean;
  /** A number, or `auto`. */
  readonly jobs: string;
  /** Such as `2/4`. */
  readonly shard?: string | undefined;
  readonly failOn: FailOn;
  readonly maxWarnings?: number | undefined;
  readonly quiet: boolean;
}

/** Everything that `unitlint [PATHS…]` understands behind `--`. */
export const lintOptions = {
  ...inputOptions,
  ...judgingOptions,
  ...configOptions,
  ...outputOptions,
  ...reportOptions,
  ...fixOptions,
  ...selectionOptions,
  ...scaleOptions,
};

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
  checkFixOptions(args);
  checkSelectionOptions(args);
  const most = args["max-warnings"];
  if (most !== undefined && !(Number(most) >= 0)) throw new UsageError("--max-warnings takes a number from 0");
  return true;
}
