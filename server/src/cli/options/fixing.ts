/** The options that mend what is found. */
import type { Options } from "yargs";
import { UsageError } from "../usage-error.ts";

/** What was asked for. */
export interface FixArguments {
  readonly fix?: boolean | undefined;
  readonly unsafeFixes?: boolean | undefined;
  readonly diff?: boolean | undefined;
}

/** Whether fixes are applied, and where they go. */
export const fixOptions = {
  fix: {
    type: "boolean",
    default: false,
    describe: "Apply the fixes that leave what systemd reads as it is; with -, print the fixed text",
    group: "Fixing:",
  },
  "unsafe-fixes": {
    type: "boolean",
    default: false,
    describe: "With --fix or --diff: also those that change what systemd reads",
    group: "Fixing:",
  },
  diff: {
    type: "boolean",
    default: false,
    describe: "Print what --fix would change, and write nothing; exit with 1 where it would",
    group: "Fixing:",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Throws a UsageError where they make no sense. */
export function checkFixOptions(args: Readonly<Record<string, unknown>>): void {
  if (args.diff === true && (args.format !== "human" || args.statistics === true || isGiven(args["output-file"])))
    throw new UsageError("--diff prints a diff: leave out --format, --output-file and --statistics");
  if (args["unsafe-fixes"] === true && args.fix !== true && args.diff !== true)
    throw new UsageError("--unsafe-fixes goes with --fix or --diff");
}

function isGiven(words: unknown): boolean {
  return Array.isArray(words) && words.length > 0;
}
