/** The entry: runs what the arguments ask, and sets the exit status. */
import { THREAD_MARK } from "../platform/thread-mark.ts";
import { expandArgumentsFiles } from "./arguments-files.ts";
import { commandNames } from "./command-names.ts";
import { lintCommand } from "./commands/lint.ts";
import { MARKED_DASH, markOperands, unmarked } from "./operands.ts";
import { type LintArguments, lintOptions } from "./options.ts";
import { printable } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Runs unitlint with the arguments behind its name; never throws for a user's mistake. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", tellLost);
  process.stderr.on("error", () => {});
  try {
    if (argv[0] !== THREAD_MARK || !(await doJobs())) await run(expandArgumentsFiles(argv));
  } catch (error) {
    process.stderr.write(`unitlint: ${error instanceof UsageError ? printable(error.message) : describeBug(error)}\n`);
    process.exitCode = 2;
  }
}

/** What threads are for; false where this is none. Loaded here only, as most runs have no threads (3 ms). */
async function doJobs(): Promise<boolean> {
  const { isThread, serveJobs } = await import("../platform/job-thread.ts");
  return isThread() && serveJobs((await import("./scale/job.ts")).doJob);
}

async function run(argv: readonly string[]): Promise<void> {
  const words = argv[0] === COMPLETION ? argv : markOperands(argv);
  if (arePaths(words)) process.exitCode = await lintCommand(plainArguments(words.map(unmarked)));
  else await runCommandLine(words);
}

/** What a completion script asks with; behind it stand the words of an unfinished line, as they are. */
const COMPLETION = "--get-yargs-completions";

/** Most runs name paths and nothing else; they need not load the reader of options (10 ms). */
function arePaths(words: readonly string[]): boolean {
  const isPath = (word: string) => !word.startsWith("-") && word !== "" && word !== MARKED_DASH;
  return words.length > 0 && !commandNames.includes(words[0] ?? "") && words.every(isPath);
}

function plainArguments(paths: readonly string[]): LintArguments {
  const { target, rule, format, "fail-on": failOn } = lintOptions;
  return {
    paths,
    stdin: false,
    user: false,
    system: false,
    target: target.default,
    root: [],
    unitPath: [],
    rule: rule.default,
    format: format.default,
    outputFile: [],
    statistics: false,
    trees: false,
    jobs: "1",
    failOn: failOn.default,
    quiet: false,
  };
}

async function runCommandLine(words: readonly string[]): Promise<void> {
  const { commandLine } = await import("./command-line.ts");
  await commandLine(words).parseAsync();
}

/** People get a line; whoever mends it asks for the stack. */
function describeBug(error: unknown): string {
  if (process.env.UNITLINT_DEBUG !== undefined && error instanceof Error) return String(error.stack);
  return `internal error: ${error instanceof Error ? error.message : error}; please report it with the output of UNITLINT_DEBUG=1`;
}

/** `unitlint … | head` ends the reader first; that is no failure of ours. A report that a full disk cuts off is one. */
function tellLost({ code, message }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") return;
  const why = code === "ENOSPC" ? "there is no space left for it" : message;
  process.stderr.write(`unitlint: standard output cannot be written: ${printable(why)}\n`);
  process.exitCode = 2;
}
