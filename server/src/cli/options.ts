/** The options of the command line, as yargs reads them. */
import type { Argv } from "yargs";
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
  readonly target: string;
  readonly preset: Preset;
  readonly rule: readonly string[];
  readonly format: "human" | "json";
  readonly failOn: FailOn;
  readonly maxWarnings?: number | undefined;
  readonly quiet: boolean;
}

/** Declares everything that `unitlint [PATHS…]` understands. */
export function lintOptions(yargs: Argv) {
  return inputOptions(yargs)
    .option("preset", {
      choices: presets,
      default: "recommended" as Preset,
      describe: "Which findings to tell",
      group: "Judging:",
    })
    .option("rule", {
      type: "string",
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: "Set a rule's severity: ID=error|warning|info|off; repeatable",
      group: "Judging:",
    })
    .option("target", {
      type: "string",
      default: String(newestVersion),
      describe: "The systemd version that runs the units",
      group: "Judging:",
    })
    .option("config", { type: "boolean", default: true, hidden: true })
    .option("no-config", { type: "boolean", describe: "Read no configuration file", group: "Judging:" })
    .option("format", {
      choices: ["human", "json"] as const,
      default: "human" as const,
      describe: "How to print findings",
      group: "Output:",
    })
    .option("quiet", { alias: "q", type: "boolean", default: false, describe: "Print errors only", group: "Output:" })
    .option("fail-on", {
      choices: ["error", "warning", "info", "never"] as const,
      default: "error" as FailOn,
      describe: "Exit with 1 at findings of this severity or above",
      group: "Output:",
    })
    .option("max-warnings", {
      type: "number",
      requiresArg: true,
      describe: "Exit with 1 at more warnings than this",
      group: "Output:",
    })
    .check(checkLintArguments);
}

function inputOptions(yargs: Argv) {
  return yargs
    .positional("paths", {
      type: "string",
      array: true,
      default: [] as string[],
      describe: "Files, folders or globs; - reads standard input",
    })
    .option("as", {
      type: "string",
      requiresArg: true,
      describe: "Judge the files under this name: nginx.service, foo.service.d/x.conf, service",
      group: "Input:",
    })
    .option("stdin", { type: "boolean", default: false, describe: "Read a unit from standard input", group: "Input:" })
    .option("stdin-filename", {
      type: "string",
      requiresArg: true,
      describe: "The name of what standard input holds",
      group: "Input:",
    })
    .option("user", {
      type: "boolean",
      default: false,
      describe: "The units are read by user managers",
      group: "Input:",
    })
    .option("system", {
      type: "boolean",
      default: false,
      describe: "The units are read by the system manager (guessed from …/user/ otherwise)",
      group: "Input:",
    });
}

function checkLintArguments({
  maxWarnings,
  user,
  system,
}: {
  maxWarnings?: number | undefined;
  user: boolean;
  system: boolean;
}): true {
  if (user && system) throw new UsageError("--user and --system exclude each other");
  if (maxWarnings !== undefined && !(maxWarnings >= 0)) throw new UsageError("--max-warnings takes a number from 0");
  return true;
}
