/** `--fix` and `--diff`: mends what was read, on disk or in print. */

import type { Finding } from "../lint/finding.ts";
import { applyFixes, type FixOutcome } from "../lint/fixing/apply-fixes.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { LintFile } from "../workspace/unit-groups.ts";
import { judgingsOf } from "./file-judging.ts";
import { forbiddenEdits } from "./fix-scope.ts";
import { standardInputPath } from "./inputs.ts";
import { judgedFiles } from "./judged-files.ts";
import type { Judgement, ReadFiles } from "./lint-inputs.ts";
import type { FixReport, InputError } from "./result.ts";
import { UsageError } from "./usage-error.ts";
import { writeFixed } from "./write-fixed.ts";

/** The findings to mend among all. */
export type Told = (findings: readonly Finding[]) => readonly Finding[];

/** What lies around the files and could not be read. */
interface Unread {
  readonly unread: readonly InputError[];
}

/** What fixes would make of the files. Throws a UsageError where standard input goes by the name of one of them. */
export function fixFiles({ files }: ReadFiles, judgement: Judgement, told?: Told): FixOutcome & Unread {
  const { host, args } = judgement;
  const [twice] = files.slice(1).filter(({ source }) => args.stdin && source.path === files[0]?.source.path);
  if (twice !== undefined)
    throw new UsageError(`${twice.source.path} is named, and the name of standard input; fix one of both`);
  const judgings = judgingsOf(judgement);
  const judged = judgedFiles(files, judgement);
  const outcome = applyFixes(judged, {
    unsafe: args.unsafeFixes === true,
    targetCount: ({ path }) => judgings.of(path).profile.targets.length,
    forbids: forbiddenEdits(host, files, args),
    ...(told && { told }),
  });
  return { ...outcome, unread: judged.unread };
}

/** What was mended and written, with what is left to lint: files that could not be written are as they were. */
export interface WrittenFixes {
  readonly read: ReadFiles;
  readonly report: FixReport;
  /** Of standard input, where it is among the files. */
  readonly printed?: string;
}

/** Writes what fixes change. */
export async function writeFixes(
  read: ReadFiles,
  outcome: FixOutcome,
  { args, host }: Judgement,
): Promise<WrittenFixes> {
  const isPrinted = ({ path }: SourceFile) => path === standardInputPath(args);
  const errors = await writeFixed(
    outcome.files.filter(({ before }) => !isPrinted(before)),
    host,
  );
  const failed = new Set(errors.map(({ path }) => path));
  const texts = new Map(
    outcome.files.flatMap(({ before, after }) => (failed.has(before.path) ? [] : [[before, after] as const])),
  );
  const files = read.files.map((file): LintFile => ({ ...file, source: texts.get(file.source) ?? file.source }));
  const printed = files.find(({ source }) => isPrinted(source))?.source.text;
  return {
    read: { ...read, files, errors: [...read.errors, ...errors] },
    report: reportOf(outcome, errors),
    ...(printed !== undefined && { printed }),
  };
}

/** What fixes did, or would do. */
export function reportOf({ fixed, refused, files }: FixOutcome, errors: readonly InputError[] = []): FixReport {
  const failed = new Set(errors.map(({ path }) => path));
  const mended = (isWritten: boolean) =>
    fixed
      .filter(({ fix }) => fix.edits.every(({ file }) => !failed.has(file.path)) === isWritten)
      .map(({ finding, fix, line }) => ({ ...told(finding), line, fix: fix.title }));
  return {
    files: files.filter(({ before }) => !failed.has(before.path)).length,
    fixed: mended(true),
    unwritten: mended(false),
    notFixed: refused.map(({ finding, fix, harm }) => ({
      ...told(finding),
      line: finding.file.position(finding.span.start).line,
      fix: fix.title,
      reason: `it would ${harm}`,
    })),
  };
}

function told({ rule, file, message }: Finding) {
  return { rule, path: file.path, message };
}
