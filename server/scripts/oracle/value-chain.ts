/** New values out of the pieces of known ones: each piece follows one that it follows somewhere. */
import type { Random } from "./random.ts";

/** What follows each piece in some values; both ends of a value are the empty piece. */
export type PieceChain = ReadonlyMap<string, readonly string[]>;

/** The chain of some values: words, numbers, blanks, and every other character by itself. */
export function pieceChain(values: readonly string[]): PieceChain {
  const chain = new Map<string, string[]>();
  for (const value of values) {
    const pieces = value.match(/[A-Za-z]+|\d+|[ \t]+|./gu) ?? [];
    for (const [index, piece] of [...pieces, ""].entries()) {
      const before = pieces[index - 1] ?? "";
      const following = chain.get(before);
      if (following === undefined) chain.set(before, [piece]);
      else following.push(piece);
    }
  }
  return chain;
}

/** A value along the chain, of some thirty pieces at most. */
export function alongChain(chain: PieceChain, random: Random): string {
  let value = "";
  let piece = "";
  for (let left = 30; left > 0; left--) {
    piece = random.pick(chain.get(piece) ?? [""]);
    if (piece === "") break;
    value += piece;
  }
  return value;
}
