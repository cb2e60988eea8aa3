/** Where reports go: one to standard output, any number to files. */

import { uninterrupted } from "../../platform/uninterrupted.ts";
import { prepareReport, writeReport } from "../../platform/write-report.ts";
import { nearest } from "../../text/nearest.ts";
import { type LintFormat, lintFormats } from "../reporters/formats.ts";
import { reporterFor } from "../reporters/lint-reporters.ts";
import type { Reporter } from "../reporters/reporter.ts";
import type { Environment } from "../terminal.ts";
import { colourWanted, type OutputStream, terminalWidth } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { Report } from "./report.ts";
import { repositoryPaths } from "./repository-paths.ts";

/** What was asked of the output. */
export interface OutputArguments {
  readonly format: LintFormat;
  readonly outputFile: readonly string[];
  readonly statistics: boolean;
}

/** One report; without a path, on standard output. */
export interface Output {
  readonly format: LintFormat;
  readonly path?: string;
}

/** All outputs; throws a UsageError for one that cannot be written, before the work begins. A plain PATH takes the place of standard output. */
export function outputsOf({ format, outputFile, statistics }: OutputArguments): readonly Output[] {
  if (statistics && format !== "human") throw new UsageError("--statistics is a report for people: leave out --format");
  const files = outputFile.map(word => readOutput(word, format));
  for (const { path } of files) {
    const problem = prepareReport(path);
    if (problem !== undefined) throw new UsageError(`--output-file ${path}: ${problem}`);
  }
  const twice = files.find(({ path }, i) => files.findIndex(other => other.path === path) < i);
  if (twice !== undefined) throw new UsageError(`--output-file ${twice.path}: is named twice`);
  return outputFile.some(word => formatIn(word) === undefined) ? files : [{ format }, ...files];
}

function readOutput(word: string, format: LintFormat): Output & { readonly path: string } {
  const named = formatIn(word);
  const path = named === undefined ? word : word.slice(named.length + 1);
  if (path === "" || path === "-") throw new UsageError(`--output-file ${word}: name a file; --format prints`);
  return { format: named ?? format, path };
}

/** The format in `FORMAT=PATH`; a word that looks like one and is none is no path either. */
function formatIn(word: string): LintFormat | undefined {
  const [, name] = /^([a-z]+)=/.exec(word) ?? [];
  if (name === undefined) return undefined;
  const format = lintFormats.find(format => format === name);
  if (format !== undefined) return format;
  const close = nearest(name, lintFormats);
  const meant = close === undefined ? `choose one of ${lintFormats.join(", ")}` : `did you mean ${close}?`;
  throw new UsageError(
    `--output-file ${word}: there is no format ${name}; ${meant} For a file of that name write ./${word}`,
  );
}

/** Writes the report to each output; throws a UsageError for a file that cannot be written. */
export async function writeReports(
  report: Report,
  outputs: readonly Output[],
  { statistics }: Pick<OutputArguments, "statistics">,
  { env, stdout, save = writeReport }: Screen,
): Promise<void> {
  const style = { width: terminalWidth(env, stdout), pathIn: repositoryPaths(env) };
  for (const { format, path } of outputs) {
    const reporter: Reporter<string | Iterable<string>> =
      statistics && format === "human"
        ? (await import("../reporters/statistics.ts")).statisticsReporter
        : await reporterFor(format);
    const told = reporter(report, { ...style, colour: path === undefined && colourWanted(env, stdout) });
    const chunks = typeof told === "string" ? [told] : told;
    if (path === undefined) for (const chunk of chunks) stdout.write(chunk);
    else complain(path, await uninterrupted(() => save(path, chunks)));
  }
}

/** What a run prints to. */
export interface Screen {
  readonly env: Environment;
  readonly stdout: OutputStream & { write(text: string): unknown };
  /** How a report file is written; says why it cannot be. */
  readonly save?: typeof writeReport;
}

function complain(path: string, problem: string | undefined): void {
  if (problem !== undefined) throw new UsageError(`--output-file ${path}: ${problem}`);
}
