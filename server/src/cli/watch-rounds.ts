/** Lints again and again what changes, and judges anew no more than what a change concerns. */
import type { Judged } from "../lint/fixing/judged.ts";
import { unitFileName } from "../model/unit-file-name.ts";
import { diskHost } from "../platform/disk-host.ts";
import { rules } from "../rules/index.ts";
import { SourceFile } from "../text/source-file.ts";
import { judgeFiles } from "../workspace/judged-files.ts";
import { judgingBy } from "../workspace/judging.ts";
import { folderOf, nameIn } from "../workspace/path.ts";
import { unitTextOf } from "../workspace/read-text.ts";
import { judgementOf, type NamedJudgement } from "./commands/lint.ts";
import { collectInputs } from "./inputs.ts";
import { judgedBy, type ReadFiles, readInputs } from "./lint-inputs.ts";
import type { LintArguments } from "./options.ts";
import type { LintResult } from "./result.ts";
import { isDependencyFolder } from "./watched-folders.ts";

/** What was found at one instant. */
export interface Round {
  readonly result: LintResult;
  readonly judgement: NamedJudgement;
  readonly read: ReadFiles;
  readonly judged: Judged;
}

/** Looks for files, and judges all of them; texts that did not change are not read anew. */
export async function firstRound(args: LintArguments, before?: Round): Promise<Round> {
  const judgement = await judgementOf(args);
  const { host, settings, targets } = judgement;
  const found = readInputs(await collectInputs(args, host), judgement);
  const known = new Map(before?.read.files.map(({ source }) => [source.path, source]));
  const files = found.files.map(file => {
    const same = known.get(file.source.path);
    return same?.text === file.source.text ? { ...file, source: same } : file;
  });
  const searched = { roots: args.root, unitPaths: args.unitPath };
  const judged = judgeFiles(host, files, judgingBy(targets, settings, rules), searched);
  return roundOf({ judgement, read: { ...found, files }, judged });
}

/** After something happened to some files; undefined where nothing did. `changed` has no path where that is not known. */
export async function nextRound(
  before: Round,
  args: LintArguments,
  changed: ReadonlySet<string | undefined>,
): Promise<Round | undefined> {
  const linted = new Map(before.read.files.map(file => [file.source.path, file]));
  const events = [...changed].filter(path => path === undefined || linted.has(path) || matters(path));
  if (events.length === 0) return undefined;
  const texts = new Map<SourceFile, SourceFile>();
  for (const path of events) {
    const file = path === undefined ? undefined : linted.get(path);
    const text = file === undefined || file.lone ? undefined : textAt(file.source.path);
    if (file === undefined || text === undefined) return firstRound(args, before);
    if (text !== file.source.text) texts.set(file.source, new SourceFile(file.source.path, text));
  }
  if (texts.size === 0) return undefined;
  const files = before.read.files.map(file => ({ ...file, source: texts.get(file.source) ?? file.source }));
  return roundOf({ ...before, read: { ...before.read, files }, judged: before.judged.after(texts) });
}

function roundOf({ judgement, read, judged }: Omit<Round, "result">): Round {
  const { files, errors, skipped } = read;
  const paths = files.map(({ source }) => source.path);
  const { findings } = judged;
  const result = { ...judgedBy(judgement), files: files.length, paths, findings, errors, skipped };
  return { judgement, read, judged, result };
}

/** Editors make files beside the one that they save, and take them away at once: what is gone counted only if it was a unit or a link. */
function matters(path: string): boolean {
  if (diskHost.kind(path) !== "missing") return true;
  return unitFileName(path) !== undefined || isDependencyFolder(nameIn(folderOf(path)));
}

function textAt(path: string): string | undefined {
  const outcome = diskHost.read(path);
  const read = "bytes" in outcome ? unitTextOf(outcome.bytes) : outcome;
  return "text" in read ? read.text : undefined;
}
