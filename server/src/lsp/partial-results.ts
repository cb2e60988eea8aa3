/** Answers in pieces, for clients that show the first before the last is there. */
import type { ProgressToken } from "vscode-languageserver";

/** Sends all in pieces where the client takes them so; what is left is the answer. */
export function inPieces<Item>(
  items: readonly Item[],
  token: ProgressToken | undefined,
  send: (token: ProgressToken, piece: Item[]) => unknown,
): Item[] {
  if (token === undefined) return [...items];
  for (let at = 0; at < items.length; at += PIECE) send(token, items.slice(at, at + PIECE));
  return [];
}

const PIECE = 100;
