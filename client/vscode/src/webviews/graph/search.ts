/** Finding units of a picture: by words of a search box, and by who is connected to whom. */
import type { GraphPicture, GraphUnit } from "./messages.ts";

/** The units whose names hold every word, in the picture's order; none for no words. */
export function unitsFound(units: readonly GraphUnit[], text: string): readonly GraphUnit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return units.filter(({ name }) => words.every(word => name.toLowerCase().includes(word)));
}

/** A unit and all that a line connects it with. */
export function neighboursOf({ lines }: Pick<GraphPicture, "lines">, name: string): ReadonlySet<string> {
  const near = lines.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : []));
  return new Set([name, ...near]);
}

/** What a reader without eyes is told of a unit. */
export function describeUnit({ name, note, cyclic, uri }: GraphUnit): string {
  const facts = [note, cyclic ? "in an ordering cycle" : "", uri === undefined ? "no file here" : ""];
  return [name, ...facts.filter(Boolean)].join(", ");
}

/** What a picture holds, in a line. */
export function summaryOf({ units, lines, cycles, leftOut }: GraphPicture): string {
  const parts = [count(units.length, "unit"), count(lines.length, "line")];
  if (leftOut > 0) parts.push(`${leftOut} usual or implied not shown`);
  if (cycles.length > 0) parts.push(count(cycles.length, "ordering cycle"));
  return parts.join(" · ");
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
