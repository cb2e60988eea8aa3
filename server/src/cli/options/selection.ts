/** The options that say which of the findings are told, and when. */
import type { Options } from "yargs";
import { UsageError } from "../usage-error.ts";

/** What was asked for. */
export interface SelectionArguments {
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  readonly since?: string | undefined;
  readonly watch?: boolean | undefined;
}

/** Only new findings, only those of changed files, again at each change. */
export const selectionOptions = {
  baseline: {
    type: "string",
    requiresArg: true,
    describe: "Let the findings through that this file lists",
    group: "Selecting:",
  },
  "update-baseline": {
    type: "boolean",
    default: false,
    describe: "Write the findings of this run to the file of --baseline",
    group: "Selecting:",
  },
  since: {
    type: "string",
    requiresArg: true,
    describe: "Only findings of files that changed since this revision of git; all files are judged",
    group: "Selecting:",
  },
  watch: { type: "boolean", default: false, describe: "Lint again at each change, until Ctrl-C", group: "Selecting:" },
} as const satisfies Readonly<Record<string, Options>>;

/** Throws a UsageError where they make no sense. */
export function checkSelectionOptions(args: Readonly<Record<string, unknown>>): void {
  const isUpdate = args["update-baseline"] === true;
  if (isUpdate && args.baseline === undefined) throw new UsageError("--update-baseline needs --baseline FILE");
  const [one, other] = excludedPairs.find(pair => pair.every(name => isAsked(args, name))) ?? [];
  if (one !== undefined) throw new UsageError(`--${one} and --${other} exclude each other`);
}

/** Parts of a run know neither what the whole run finds nor what changes meanwhile. */
const wholeRuns = ["fix", "diff", "baseline", "since", "watch"];
const excludedPairs: readonly (readonly [string, string])[] = [
  ["update-baseline", "since"],
  ["update-baseline", "diff"],
  ...["fix", "diff", "update-baseline", "stdin"].map(name => ["watch", name] as const),
  ...wholeRuns.flatMap(name => ["trees", "shard", "jobs"].map(scale => [name, scale] as const)),
];

function isAsked(args: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = args[name];
  return name === "jobs" ? value !== "1" : value !== undefined && value !== false;
}
