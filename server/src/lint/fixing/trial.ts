/** Tries fixes together, and finds out which of them do harm. */

import type { SourceFile } from "../../text/source-file.ts";
import type { Finding } from "../finding.ts";
import { type Candidate, type EditsByFile, editedTexts, editsOfAll } from "./candidates.ts";
import { areConfined } from "./confined.ts";
import type { Judged, TextChanges } from "./judged.ts";
import { newFindings } from "./new-findings.ts";
import { readingChanges } from "./reading.ts";

/** What came of trying. */
export interface TrialResult {
  /** Those that do no harm together; none where the first that are left of a quarrel wait for the next round. */
  readonly accepted: readonly Candidate[];
  readonly edits: EditsByFile;
  readonly texts: TextChanges;
  readonly judged: Judged;
  /** Those that do harm by themselves, each with what it would do: `change Restart=`. */
  readonly refused: readonly { readonly candidate: Candidate; readonly harm: string }[];
}

/** Applies fixes that keep apart; of those that may be to blame for some harm, half wait for another round, and a single one is refused. */
export function tryTogether(judged: Judged, candidates: readonly Candidate[]): TrialResult {
  const refused: { candidate: Candidate; harm: string }[] = [];
  const refuse = (candidate: Candidate, harm: string) => refused.push({ candidate, harm });
  let batch = candidates.filter(candidate => {
    const harm = harmOfOne(judged, candidate);
    if (harm !== undefined) refuse(candidate, harm);
    return harm === undefined;
  });
  for (;;) {
    const edits = editsOfAll(batch.map(({ fix }) => fix));
    const texts = editedTexts(edits);
    const after = batch.length === 0 ? judged : judged.after(texts);
    const out = new Set<Candidate>();
    const blamed = new Set<readonly Candidate[]>();
    for (const { harm, suspects } of harmsOf(judged, after, batch, edits, texts)) {
      if (blamed.has(suspects)) continue;
      blamed.add(suspects);
      const left = suspects.filter(candidate => !out.has(candidate));
      if (left.length < suspects.length) continue;
      const [only] = left;
      if (only !== undefined && left.length === 1) refuse(only, harm);
      for (const candidate of left.slice(left.length >> 1)) out.add(candidate);
    }
    if (out.size === 0) return { accepted: batch, edits, texts, judged: after, refused };
    batch = batch.filter(candidate => !out.has(candidate));
  }
}

/** What a fix would do by itself, which those beside it may hide where it touches their settings. */
function harmOfOne(judged: Judged, { fix }: Candidate): string | undefined {
  const edits = editsOfAll([fix]);
  if (areConfined(judged, edits)) return undefined;
  return readingChanges(judged, edits, editedTexts(edits))[0]?.what;
}

interface Harm {
  readonly harm: string;
  /** One at least. */
  readonly suspects: readonly Candidate[];
}

function harmsOf(
  before: Judged,
  after: Judged,
  batch: readonly Candidate[],
  edits: EditsByFile,
  texts: TextChanges,
): readonly Harm[] {
  if (batch.length === 0) return [];
  const mended = new Set(batch.map(({ finding }) => finding));
  const expected = before.findings.filter(finding => !mended.has(finding));
  const added = newFindings(expected, after.findings, edits);
  const originals = new Map([...texts].map(([from, to]) => [to, from]));
  const editors = editorsIn(batch);
  return [
    ...readingChanges(before, edits, texts).map(({ what, files }) => ({
      harm: what,
      suspects: editors(files) ?? batch,
    })),
    ...added.map(finding => ({ harm: addedHarm(finding), suspects: suspectsOf(finding, editors, originals) ?? batch })),
  ];
}

function addedHarm({ rule, severity, message, file, line }: Finding): string {
  return `lead to ${severity}[${rule}] at ${file.path}:${file.position(line.span.start).line}: ${message}`;
}

/** Whoever edits the file of the finding, or one that it points to; undefined where nobody does, so that all may be to blame. */
function suspectsOf(
  { file, related }: Finding,
  editors: Editors,
  originals: ReadonlyMap<SourceFile, SourceFile>,
): readonly Candidate[] | undefined {
  const original = (source: SourceFile) => originals.get(source) ?? source;
  return editors(new Set([original(file)])) ?? editors(new Set(related.map(({ file }) => original(file))));
}

/** Those that edit one of some files; undefined where none does. */
type Editors = (files: ReadonlySet<SourceFile>) => readonly Candidate[] | undefined;

function editorsIn(batch: readonly Candidate[]): Editors {
  const byFile = new Map<SourceFile, Set<Candidate>>();
  for (const candidate of batch) {
    for (const { file } of candidate.fix.edits) byFile.set(file, (byFile.get(file) ?? new Set()).add(candidate));
  }
  const known = new Map<string, readonly Candidate[] | undefined>();
  return files => {
    const key = [...files].map(({ path }) => path).join("\n");
    if (known.has(key)) return known.get(key);
    const all = new Set([...files].flatMap(file => [...(byFile.get(file) ?? [])]));
    const found = all.size === 0 ? undefined : batch.filter(candidate => all.has(candidate));
    known.set(key, found);
    return found;
  };
}
