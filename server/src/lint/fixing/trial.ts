/** Tries fixes together, and finds out which of them do harm. */

import type { SourceFile } from "../../text/source-file.ts";
import type { Finding } from "../finding.ts";
import { type Candidate, type EditsByFile, editedTexts, editsOfAll } from "./candidates.ts";
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
    for (const { harm, suspects } of harmsOf(judged, after, batch, edits, texts)) {
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

function harmOfOne(judged: Judged, { fix }: Candidate): string | undefined {
  const edits = editsOfAll([fix]);
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
  return [
    ...readingChanges(before, edits, texts).map(({ what, files }) => ({
      harm: what,
      suspects: orAll(batch.filter(editing(files)), batch),
    })),
    ...added.map(finding => ({ harm: addedHarm(finding), suspects: suspectsOf(finding, batch, originals) })),
  ];
}

function addedHarm({ rule, severity, message, file, line }: Finding): string {
  return `lead to ${severity}[${rule}] at ${file.path}:${file.position(line.span.start).line}: ${message}`;
}

/** Whoever edits the file of the finding, or one that it points to; else all may be to blame. */
function suspectsOf(
  { file, related }: Finding,
  batch: readonly Candidate[],
  originals: ReadonlyMap<SourceFile, SourceFile>,
): readonly Candidate[] {
  const original = (source: SourceFile) => originals.get(source) ?? source;
  const own = batch.filter(editing(new Set([original(file)])));
  if (own.length > 0) return own;
  return orAll(batch.filter(editing(new Set(related.map(({ file }) => original(file))))), batch);
}

function editing(files: ReadonlySet<SourceFile>): (candidate: Candidate) => boolean {
  return ({ fix }) => fix.edits.some(({ file }) => files.has(file));
}

function orAll(some: readonly Candidate[], all: readonly Candidate[]): readonly Candidate[] {
  return some.length > 0 ? some : all;
}
