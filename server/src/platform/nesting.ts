/** Keeps texts from readers that call themselves at each bracket, and would run out of stack. */

import type { ReadConfigText } from "../workspace/config/load.ts";

/** More than any configuration needs. */
const MOST = 200;

/** Where more brackets are open than a reader should be asked to follow; undefined where that is nowhere. Quotes are not looked at. */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]|^[ \t]*(?:[-?][ \t]+){200}/gm)) {
    if (sign.length > 1) return index;
    depth += sign === "[" || sign === "{" ? 1 : -1;
    if (depth > MOST) return index;
    if (depth < 0) depth = 0;
  }
  return undefined;
}

/** What is told of such a text. */
export function tooDeep(start: number, format: string): ReturnType<ReadConfigText> {
  const message = `Invalid ${format}: no configuration is nested ${MOST} levels deep`;
  return { root: undefined, problems: [{ span: { start, end: start + 1 }, message }] };
}
