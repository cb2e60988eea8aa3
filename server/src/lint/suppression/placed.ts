/** The comments of a file that suppress findings, and what each of them is about. */
import { linesOf } from "../../syntax/print.ts";
import type { LineSyntax, UnitSyntax } from "../../syntax/tree.ts";
import { readSuppression, type SuppressionComment } from "./comment.ts";

/** A comment in its place. */
export interface PlacedSuppression {
  readonly comment: SuppressionComment;
  /** The logical line that it is or, inside a continuation, stands in. */
  readonly line: LineSyntax;
  /** Whether it stands between continued lines, where it is not heeded. */
  readonly isInside: boolean;
  /** The next logical line below it that is neither blank nor a comment. */
  readonly next: LineSyntax | undefined;
}

/** Whether a text may hold such comments: quick, and hardly any text does. */
export function mentionsSuppression(text: string): boolean {
  return text.includes("unitlint");
}

/** All of them in order. Comments are those that systemd takes for comments. */
export function placedSuppressions({ text, ...syntax }: UnitSyntax): readonly PlacedSuppression[] {
  const lines = [...linesOf({ text, ...syntax })];
  const nexts = nextsOf(lines);
  return lines.flatMap((line, at) => {
    if (line.kind === "blank" || line.kind === "placeholder") return [];
    return line.pieces.flatMap((piece): PlacedSuppression[] => {
      const comment = piece.kind === "comment" ? readSuppression(text, piece.span) : undefined;
      if (comment === undefined) return [];
      const isInside = line.kind !== "comment";
      return [{ comment, line, isInside, next: isInside ? undefined : nexts[at] }];
    });
  });
}

/** For each line the next one below that means something. */
function nextsOf(lines: readonly LineSyntax[]): readonly (LineSyntax | undefined)[] {
  const nexts: (LineSyntax | undefined)[] = new Array(lines.length);
  let next: LineSyntax | undefined;
  for (let at = lines.length - 1; at >= 0; at--) {
    nexts[at] = next;
    const line = lines[at];
    if (line !== undefined && hasMeaning(line)) next = line;
  }
  return nexts;
}

function hasMeaning({ kind }: LineSyntax): boolean {
  return kind !== "blank" && kind !== "comment" && kind !== "placeholder";
}
