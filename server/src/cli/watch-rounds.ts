/** Lints again and again what changes, and judges anew no more than what a change concerns. */
import { unitFileName } from "../model/unit-file-name.ts";
import { diskHost } from "../platform/disk-host.ts";
import { SourceFile } from "../text/source-file.ts";
import { isConfigPath } from "../workspace/config/find.ts";
import type { FileHost } from "../workspace/file-host.ts";
import type { JudgedFiles } from "../workspace/judged-files.ts";
import { folderOf, nameIn } from "../workspace/path.ts";
import { unitTextOf } from "../workspace/read-text.ts";
import { judgedFiles } from "./judged-files.ts";
import { type Judgement, type ReadFiles, readInputs, resultOf, withUnread } from "./lint-inputs.ts";
import { askedFor } from "./lint-paths.ts";
import type { LintArguments } from "./options.ts";
import type { LintResult } from "./result.ts";
import { isDependencyFolder } from "./watched-folders.ts";

/** What was found at one instant. */
export interface Round {
  readonly result: LintResult;
  readonly judgement: Judgement;
  readonly notes: readonly string[];
  readonly read: ReadFiles;
  readonly judged: JudgedFiles;
}

/** Looks for files, and judges all of them; texts that did not change are not read anew. */
export async function firstRound(args: LintArguments, before?: Round): Promise<Round> {
  const { inputs, judgement, notes } = await askedFor(args);
  const found = readInputs(inputs, judgement);
  const known = new Map(before?.read.files.map(({ source }) => [source.path, source]));
  const files = found.files.map(file => {
    const same = known.get(file.source.path);
    return same?.text === file.source.text ? { ...file, source: same } : file;
  });
  return roundOf({ judgement, notes, read: { ...found, files }, judged: judgedFiles(files, judgement) });
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
    const text = file === undefined || file.lone ? undefined : textAt(file.source.path, before.judgement.host);
    if (file === undefined || text === undefined) return firstRound(args, before);
    if (text !== file.source.text) texts.set(file.source, new SourceFile(file.source.path, text));
  }
  if (texts.size === 0) return undefined;
  const files = before.read.files.map(file => ({ ...file, source: texts.get(file.source) ?? file.source }));
  return roundOf({ ...before, read: { ...before.read, files }, judged: before.judged.after(texts) });
}

function roundOf(round: Omit<Round, "result">): Round {
  const { told, unread } = round.judged;
  return { ...round, result: resultOf(withUnread(round.read, unread), told, round.judgement) };
}

/** Editors make files beside the one that they save, and take them away at once: what is gone counted only if it was a unit, a link or a configuration. */
function matters(path: string): boolean {
  if (diskHost.kind(path) !== "missing") return true;
  return isConfigPath(path) || unitFileName(path) !== undefined || isDependencyFolder(nameIn(folderOf(path)));
}

function textAt(path: string, host: FileHost): string | undefined {
  const outcome = host.read(path);
  const read = "bytes" in outcome ? unitTextOf(outcome.bytes) : outcome;
  return "text" in read ? read.text : undefined;
}
