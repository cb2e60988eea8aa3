/** A graph in the language of Mermaid, as Markdown on GitHub and GitLab shows it. */
import type { Unit } from "../model/unit.ts";
import type { Line, Lines } from "./lines.ts";
import { cycleStroke, loadNote, strokeOf, typeColours } from "./styles.ts";
import { type GraphView, waitsOf } from "./view.ts";

/** Mermaid draws no more lines than this unless it is told to. */
export const mostMermaidLines = 500;

/** Draws units as boxes; lines carry the name of their kind, as there is no legend. */
export function mermaidOf(view: GraphView, { lines }: Lines): string {
  const names = new Map(view.units.map((unit, i) => [unit, `u${i}`]));
  const waits = waitsOf(view.cycles);
  const types = [...new Set(view.units.map(({ type }) => type))];
  return [
    "flowchart LR",
    ...view.units.map(unit => `  ${names.get(unit)}["${labelOf(unit)}"]:::${waits.has(unit) ? "cycle" : unit.type}`),
    ...lines.map(line => `  ${names.get(line.tail)} ${arrowOf(line)}|${wordOf(line)}| ${names.get(line.head)}`),
    ...types.map(type => `  classDef ${type} fill:${typeColours[type]},stroke:#5c6b7a,color:#1d2329`),
    ...(waits.size === 0
      ? []
      : [`  classDef cycle fill:#ffe5e5,stroke:${cycleStroke.colour},stroke-width:2px,color:#1d2329`]),
    ...linkStyles(lines),
    "",
  ].join("\n");
}

function labelOf(unit: Unit): string {
  const note = loadNote(unit);
  return escaped(note === "" ? unit.id : `${unit.id} (${note})`);
}

/** Mermaid reads `#` and `"` as its own, and Markdown in what stands between. */
function escaped(text: string): string {
  return text.replace(/[#"&<>`*_\\]/g, character => `#${character.charCodeAt(0)};`);
}

function arrowOf(line: Line): string {
  if (strokeOf(line).dashed) return "-.->";
  return line.main === "After" ? "-->" : "==>";
}

function wordOf({ main, order }: Line): string {
  if (main === "After" || main === "Conflicts" || order === "none") return main;
  return `${main}, ${order === "after" ? "After" : "Before"}`;
}

/** One statement for all lines of a look. */
function linkStyles(lines: readonly Line[]): string[] {
  const looks = new Map<string, number[]>();
  lines.forEach((line, i) => {
    const { colour, width } = strokeOf(line);
    const look = `stroke:${colour},stroke-width:${width}px`;
    looks.set(look, [...(looks.get(look) ?? []), i]);
  });
  return [...looks].map(([look, indices]) => `  linkStyle ${indices.join(",")} ${look}`);
}
