/** Which texts took the places of others. */
import type { TextChanges } from "../lint/fixing/judged.ts";

export type { TextChanges } from "../lint/fixing/judged.ts";

/** First the one, then the other. */
export function combineChanges(first: TextChanges, then: TextChanges): TextChanges {
  const all = new Map(first);
  const replaced = new Map([...first].map(([before, after]) => [after, before]));
  for (const [before, after] of then) all.set(replaced.get(before) ?? before, after);
  return all;
}
