/** The last edits of a document, so that one that comes late takes effect in its place: some clients send edits out of order. */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** The edits that led from one version to another. */
interface Step {
  readonly from: number;
  readonly version: number;
  /** The text before. */
  readonly text: string;
  readonly changes: readonly TextDocumentContentChangeEvent[];
}

/** Edits of a document since its versions had a gap; without one, nothing can come late, and nothing is kept. */
export interface EditHistory {
  /** Applies edits to the document as its version: at the end, or where they belong. False where their version is over. */
  apply(version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean;
}

/** A document without edits; `update` applies some. */
export function newEditHistory(
  document: TextDocument,
  update: (changes: readonly TextDocumentContentChangeEvent[], version: number) => void,
): EditHistory {
  let steps: readonly Step[] = [];
  const append = (version: number, changes: readonly TextDocumentContentChangeEvent[]) => {
    const step = { from: document.version, version, text: document.getText(), changes };
    update(changes, version);
    steps = remembered([...steps, step]);
  };
  return {
    apply(version, changes) {
      if (version >= document.version) {
        append(version, changes);
        return true;
      }
      const at = steps.findIndex(({ from, version: to }) => from < version && version < to);
      const gap = steps[at];
      if (gap === undefined) return false;
      const later = steps.slice(at);
      steps = steps.slice(0, at);
      TextDocument.update(document, [{ text: gap.text }], gap.from);
      append(version, changes);
      for (const step of later) append(step.version, step.changes);
      return true;
    },
  };
}

/** From the first gap on, as far as it is worth the memory. */
function remembered(steps: readonly Step[]): readonly Step[] {
  let size = 0;
  let first = steps.length;
  for (; first > 0 && steps.length - first < MOST_STEPS; first--) {
    size += steps[first - 1]?.text.length ?? 0;
    if (size > LARGEST) break;
  }
  const kept = steps.slice(first);
  const gap = kept.findIndex(({ from, version }) => version > from + 1);
  return gap < 0 ? [] : kept.slice(gap);
}

/** A burst has no more edits; texts in characters. */
const MOST_STEPS = 16;
const LARGEST = 1024 * 1024;
