/** Short texts for people, as Markdown or plain: what is ours in sentences, what is foreign always as code. */
import { printable } from "../../text/printable.ts";

/** One paragraph, or one list. */
export type Block = Sentence | { readonly items: readonly Sentence[] };

/** Words of ours (`string`), and pieces of units, paths and values between them. */
export type Sentence = readonly (string | Code | Link)[];

interface Code {
  readonly code: string;
}

/** Words of ours that lead somewhere; plain text shows the words alone. */
interface Link {
  readonly words: string;
  /** Of ours: nothing foreign is in it. */
  readonly to: string;
}

/** A sentence as a template: what is put into it is foreign, and shown as code; nested sentences stay what they are. */
export function say(ours: TemplateStringsArray, ...foreign: readonly (string | number | Sentence)[]): Sentence {
  return ours.flatMap((text, i) => {
    const piece = foreign[i];
    const words = text === "" ? [] : [text];
    if (piece === undefined) return words;
    return [...words, ...(typeof piece === "object" ? piece : [{ code: String(piece) }])];
  });
}

/** Words of ours that are put together elsewhere. */
export function plainly(words: string): Sentence {
  return words === "" ? [] : [words];
}

/** Foreign pieces with commas between them; how many more there are where they are too many. */
export function enumerate(pieces: readonly string[], most: number = Number.POSITIVE_INFINITY): Sentence {
  const shown = pieces.slice(0, most).flatMap((code, i) => (i === 0 ? [{ code }] : [", ", { code }]));
  return pieces.length <= most ? shown : [...shown, ` and ${pieces.length - most} more`];
}

/** As Markdown; nothing in it is a link, an image or markup but what is meant. */
export function markdownOf(blocks: readonly Block[]): string {
  return render(blocks, sentence =>
    sentence.map(piece => {
      if (typeof piece === "string") return escaped(piece);
      return "code" in piece ? codeSpan(piece) : `[${escaped(piece.words)}](${piece.to})`;
    }),
  );
}

/** As plain text, for clients without Markdown. */
export function plainTextOf(blocks: readonly Block[]): string {
  return render(blocks, sentence =>
    sentence.map(piece => {
      if (typeof piece === "string") return piece;
      return "code" in piece ? printable(piece.code) : piece.words;
    }),
  );
}

function render(blocks: readonly Block[], pieces: (sentence: Sentence) => readonly string[]): string {
  const line = (sentence: Sentence) => pieces(sentence).join("");
  return blocks
    .map(block => ("items" in block ? block.items.map(item => `- ${line(item)}`).join("\n") : line(block)))
    .filter(text => text !== "")
    .join("\n\n");
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}

/** A fence longer than any run of backticks inside. */
function codeSpan({ code }: Code): string {
  const text = printable(code);
  if (text === "") return "";
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(text) || /^ .* $/.test(text) ? " " : "";
  return fence + pad + text + pad + fence;
}
