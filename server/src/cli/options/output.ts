/** The options that say what to print, and when a run fails. */
import type { Options } from "yargs";
import type { FailOn } from "../options.ts";
import { type LintFormat, lintFormats } from "../reporters/formats.ts";

/** How findings are told, and which exit status they have. */
export const outputOptions = {
  format: {
    choices: lintFormats,
    default: "human" as LintFormat,
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
