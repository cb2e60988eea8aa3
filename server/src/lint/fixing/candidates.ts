/** Which fixes to try at once. */
import { SourceFile } from "../../text/source-file.ts";
import { SpanSet } from "../../text/span-set.ts";
import { applyEdits, type TextEdit } from "../../text/text-edit.ts";
import type { Finding, Fix } from "../finding.ts";
import type { TextChanges } from "./judged.ts";

/** A fix for a finding. */
export interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
  /** What it is known by, from text to text. */
  readonly key: string;
}

/** Edits by the texts that they are of. */
export type EditsByFile = ReadonlyMap<SourceFile, readonly TextEdit[]>;

/** Whether a fix may be applied unseen: for all of the targets that units are judged for. */
export function isSafe({ safety }: Fix, { targets }: Finding, targetCount: number): boolean {
  return safety === "safe" && targets.length === targetCount;
}

/** As many as there are whose edits keep apart from those of the ones before. */
export function keptApart(candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = new Map<SourceFile, SpanSet>();
  return candidates.filter(({ fix }) => {
    const places = fix.edits.flatMap(({ file, edits }) => edits.map(({ span }) => ({ file, span })));
    if (places.some(({ file, span }) => taken.get(file)?.meets(span) === true)) return false;
    for (const { file, span } of places) {
      const spans = taken.get(file) ?? new SpanSet();
      taken.set(file, spans.add(span));
    }
    return true;
  });
}

/** The edits of some fixes together. */
export function editsOfAll(fixes: readonly Fix[]): EditsByFile {
  const byFile = new Map<SourceFile, TextEdit[]>();
  for (const { file, edits } of fixes.flatMap(({ edits }) => edits)) {
    const known = byFile.get(file);
    if (known === undefined) byFile.set(file, [...edits]);
    else known.push(...edits);
  }
  return byFile;
}

/** The texts after edits. */
export function editedTexts(edits: EditsByFile): TextChanges {
  return new Map([...edits].map(([file, edits]) => [file, new SourceFile(file.path, applyEdits(file.text, edits))]));
}
