/** What may be written in a comment that speaks to unitlint: its word, and the rules that it names. */
import type { RuleId } from "../../lint/finding.ts";
import { suppressionWords } from "../../lint/suppression/comment.ts";
import { isSuppressible } from "../../lint/suppression/suppress.ts";
import { rules } from "../../rules/index.ts";
import type { Span } from "../../text/span.ts";
import type { Candidate, Offer } from "./candidate.ts";

/**
 * What fits at an offset in the comment of a span, which is of the text; undefined in a comment for people, and behind `--`. Rules that found
 * something in the file come first.
 */
export function suppressionOffer(
  text: string,
  comment: Span,
  offset: number,
  found: ReadonlySet<RuleId>,
): Offer | undefined {
  const before = text.slice(comment.start, offset);
  const word = /^[ \t]*[#;][ \t]*(unitlint-?[a-z-]*)$/.exec(before)?.[1];
  if (word !== undefined) return { span: around(text, offset - word.length, offset), candidates: words };
  if (!/^[ \t]*[#;][ \t]*unitlint-(?:disable|enable)[a-z-]*[ \t]/.test(before) || /[ \t]--/.test(before))
    return undefined;
  const typed = /[^\s,]*$/.exec(before)?.[0] ?? "";
  const span = around(text, offset - typed.length, offset);
  const others = text.slice(comment.start, span.start) + text.slice(span.end, Math.max(span.end, comment.end));
  const named = others.replace(/[ \t]--.*/s, "").split(/[\s,]+/);
  return {
    span,
    candidates: names.filter(({ label }) => !named.includes(label)),
    groupOf: ({ label }) => (found.has(label) ? 0 : 1),
  };
}

const words = suppressionWords.map((label): Candidate => ({ label, kind: "value" }));
const names = rules
  .filter(({ id }) => isSuppressible(id))
  .map(({ id, summary }): Candidate => ({ label: id, kind: "reference", detail: summary }));

/** The word that the cursor stands in. */
function around(text: string, start: number, offset: number): Span {
  return { start, end: offset + (/^[a-z-]*/.exec(text.slice(offset))?.[0].length ?? 0) };
}
