/** What a comment that suppresses findings says, word by word. */
import { readSuppression, type SuppressionWord } from "../../lint/suppression/comment.ts";
import { rules } from "../../rules/index.ts";
import type { Span } from "../../text/span.ts";
import { type Block, plainly, say } from "./markup.ts";

/** The rule that is named at an offset, or what the comment's word does; undefined for comments that are for people. */
export function describeSuppression(
  text: string,
  comment: Span,
  offset: number,
): { readonly span: Span; readonly blocks: readonly Block[] } | undefined {
  const read = readSuppression(text, comment);
  if (read === undefined) return undefined;
  const holds = ({ span }: { readonly span: Span }) => span.start <= offset && offset <= span.end;
  const name = read.names.find(holds);
  const rule = rules.find(({ id }) => id === name?.text);
  if (name !== undefined && rule !== undefined)
    return { span: name.span, blocks: [say`${rule.id}: ${plainly(rule.summary)}`, plainly(rule.why)] };
  const meaning = meanings[read.word.text as SuppressionWord];
  return holds(read.word) && meaning !== undefined
    ? { span: read.word.span, blocks: [plainly(meaning), plainly(reasons)] }
    : undefined;
}

const meanings: Readonly<Partial<Record<SuppressionWord, string>>> = {
  "unitlint-disable-next-line":
    "Suppresses the findings of the named rules on the next line below that is neither blank nor a comment, continued lines included.",
  "unitlint-disable":
    "Suppresses the findings of the named rules, or of all, from here to unitlint-enable or to the end of the file.",
  "unitlint-enable": "Ends what unitlint-disable began, for the named rules or for all.",
  "unitlint-disable-file": "Suppresses the findings of the named rules, or of all, in the whole file.",
};

const reasons = "Rules are named with commas between them; a reason follows --.";
