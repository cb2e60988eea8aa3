/** Which texts took the places of others. */
import type { SourceFile } from "../text/source-file.ts";

/** New texts by the old ones in their places. */
export type TextChanges = ReadonlyMap<SourceFile, SourceFile>;

/** First the one, then the other. */
export function combineChanges(first: TextChanges, then: TextChanges): TextChanges {
  const all = new Map(first);
  const replaced = new Map([...first].map(([before, after]) => [after, before]));
  for (const [before, after] of then) all.set(replaced.get(before) ?? before, after);
  return all;
}
