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
  const excluded = [
    isUpdate && args.since !== undefined && ["--update-baseline", "--since"],
    isUpdate && args.diff === true && ["--update-baseline", "--diff"],
    ...(args.watch === true
      ? ["fix", "diff", "update-baseline", "stdin"].map(name => args[name] === true && ["--watch", `--${name}`])
      : []),
  ].find(pair => Array.isArray(pair));
  if (Array.isArray(excluded)) throw new UsageError(`${excluded.join(" and ")} exclude each other`);
}
