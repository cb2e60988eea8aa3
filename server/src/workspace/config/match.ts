/** Patterns of configurations, read as git reads those of its ignore files. */
import type { Matches } from "../../lint/config/effective.ts";
import { isWithin, nameIn } from "../path.ts";

/** Reads patterns, a line each, and tells whether they are about a path below the folder that they count from. */
export type ReadPatterns = (text: string) => (path: string) => boolean;

/** Patterns are read once. What lies outside of the folder that they count from is matched by its name alone. */
export function matcher(read: ReadPatterns): Matches {
  const known = new Map<string, (path: string) => boolean>();
  return (patterns, folder, path) => {
    const text = patterns.join("\n");
    const matches = known.get(text) ?? read(text);
    known.set(text, matches);
    return matches(isWithin(folder, path) ? path.slice(folder === "/" ? 1 : folder.length + 1) : nameIn(path));
  };
}
