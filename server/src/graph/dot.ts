/** A graph in the language of Graphviz. */
import type { Unit } from "../model/unit.ts";
import type { ArrowKind } from "./arrows.ts";
import type { Line, Lines } from "./lines.ts";
import { cycleStroke, describeLine, kindStrokes, loadNote, strokeOf, typeColours } from "./styles.ts";
import { type GraphView, waitsOf } from "./view.ts";

/**
 * Draws units as boxes, from those that depend at the left to those that they depend on at the right, with a legend. Units and
 * lines carry classes. A page, which colours them by its own style sheet and has a legend of its own, gets no background and no legend.
 */
export function dotOf(view: GraphView, { lines }: Lines, use: "paper" | "page" = "paper"): string {
  const connected = new Set(lines.flatMap(({ tail, head }) => [tail, head]));
  const alone = view.units.filter(unit => !connected.has(unit));
  const waits = waitsOf(view.cycles);
  return [
    "digraph units {",
    ...(use === "page" ? header.map(line => line.replace('"white"', '"transparent"')) : header),
    ...view.units
      .filter(unit => connected.has(unit) || use === "page")
      .map(unit => nodeOf(unit, view, waits.has(unit))),
    ...lines.map(edgeOf),
    ...(use === "page" ? [] : [...aloneTable(alone, view), ...legend(lines)]),
    "}",
    "",
  ].join("\n");
}

const font = 'fontname="Helvetica,Arial,sans-serif"';
const header = [
  `  graph [rankdir=LR, ranksep=0.6, nodesep=0.12, bgcolor="white", ${font}, fontsize=12, tooltip=" "]`,
  `  node [shape=box, style="filled,rounded", height=0.28, margin="0.13,0.03", color="#5c6b7a", ${font}, fontsize=11]`,
  `  edge [arrowsize=0.7, ${font}, fontsize=9]`,
];

function nodeOf(unit: Unit, { own }: GraphView, inCycle: boolean): string {
  const { id, type, load } = unit;
  const note = loadNote(unit);
  const look = {
    label: note === "" ? id : `${id}\n${note}`,
    tooltip: `${id}\n${unit.entry?.path ?? "no file"}`,
    fillcolor: own.has(unit) ? typeColours[type] : "white",
    ...(load !== "loaded" && { style: "filled,rounded,dashed", fontcolor: "#8a1f11" }),
    ...(!own.has(unit) && load === "loaded" && { color: "#a9b4bf", fontcolor: "#4a5560" }),
    ...(inCycle && { color: cycleStroke.colour, penwidth: cycleStroke.width }),
    class: wordsOf({ unit: true, [type]: true, own: own.has(unit), absent: load !== "loaded", cyclic: inCycle }),
  };
  return `  ${quoted(id)} [${attributes(look)}]`;
}

function edgeOf(line: Line): string {
  return `  ${quoted(line.tail.id)} -> ${quoted(line.head.id)} [${attributes({ ...lookOf(line), ...(sideways.has(line.main) && { constraint: "false" }), tooltip: describeLine(line), class: classOf(line) })}]`;
}

function classOf({ main, cyclic, written }: Line): string {
  return wordsOf({ line: true, [main]: true, cyclic, implicit: !written });
}

function wordsOf(words: Readonly<Record<string, boolean>>): string {
  return Object.keys(words)
    .filter(word => words[word])
    .join(" ");
}

type Look = Readonly<Record<string, string | number>>;

/** A full arrow: starts after it; an open one: the order is free; a dot at the tail: starts before it. */
function lookOf(line: Pick<Line, "main" | "order" | "written" | "cyclic">): Look {
  const { colour, width, dashed } = strokeOf(line);
  const { main, order } = line;
  return {
    color: colour,
    penwidth: width,
    ...(dashed && { style: "dashed" }),
    ...(main === "Conflicts" ? { arrowhead: "tee", dir: "both", arrowtail: "tee", weight: 0 } : headOf(order)),
  };
}

/** These often go against what pulls units in, which is to decide what stands left and right. */
const sideways: ReadonlySet<ArrowKind> = new Set([
  "PartOf",
  "PropagatesStopTo",
  "PropagatesReloadTo",
  "JoinsNamespaceOf",
]);

function headOf(order: Line["order"]): Look {
  if (order === "before") return { arrowhead: "empty", dir: "both", arrowtail: "dot" };
  return order === "none" ? { arrowhead: "empty" } : {};
}

/** Units that no line touches, in a table, so that they take no room. */
function aloneTable(units: readonly Unit[], { own }: GraphView): string[] {
  if (units.length === 0) return [];
  const width = Math.max(1, Math.round(Math.sqrt(units.length / 4)));
  const cells = units.map(unit => {
    const note = loadNote(unit);
    const text = escapeHtml(note === "" ? unit.id : `${unit.id} (${note})`);
    return `<td align="left" bgcolor="${own.has(unit) ? typeColours[unit.type] : "white"}">${text}</td>`;
  });
  const rows = Array.from(
    { length: Math.ceil(cells.length / width) },
    (_, i) => `<tr>${cells.slice(i * width, (i + 1) * width).join("")}</tr>`,
  );
  const title = `<tr><td border="0" colspan="${width}" align="left"><b>Nothing shown connects these</b></td></tr>`;
  return [
    `  "alone" [shape=plain, style="", tooltip=" ", label=<<table border="0" cellborder="1" cellspacing="3" color="#a9b4bf">${title}${rows.join("")}</table>>]`,
  ];
}

/** Explains the kinds that are in the picture, in lines like those of the picture. */
function legend(lines: readonly Line[]): string[] {
  const kinds = (Object.keys(kindStrokes) as ArrowKind[]).filter(kind =>
    lines.some(line => line.main === kind && !line.cyclic),
  );
  const rows: [string, Look][] = kinds.map(kind => [
    kind === "After" ? "only After" : kind,
    lookOf({ main: kind, order: "after", written: true, cyclic: false }),
  ]);
  if (lines.some(({ cyclic }) => cyclic))
    rows.push(["ordering cycle", lookOf({ main: "After", order: "after", written: true, cyclic: true })]);
  const has = (order: Line["order"]) => lines.some(line => line.order === order && line.main !== "Conflicts");
  const plain = { main: "Requires", written: true, cyclic: false } as const;
  if (has("none")) rows.push(["without order", { ...lookOf({ ...plain, order: "none" }), color: "#555555" }]);
  if (has("before")) rows.push(["starts before it", { ...lookOf({ ...plain, order: "before" }), color: "#555555" }]);
  if (lines.some(({ written }) => !written))
    rows.push(["in no file", { ...lookOf({ ...plain, order: "after", written: false }), color: "#555555" }]);
  if (rows.length === 0) return [];
  const nodes = rows.flatMap(([word, look], i) => [
    `    "legend ${i}" [label=${quoted(word)}, shape=plaintext, style="", tooltip=" "]`,
    `    "legend ${i} end" [label="", shape=point, style=invis, width=0.01, height=0.01]`,
    `    "legend ${i}" -> "legend ${i} end" [${attributes({ ...look, tooltip: word, minlen: 1 })}]`,
  ]);
  return [
    '  subgraph "cluster_legend" {',
    '    graph [label="Legend", color="#a9b4bf", style="rounded"]',
    ...nodes,
    "  }",
  ];
}

function attributes(look: Look): string {
  return Object.entries(look)
    .map(([name, value]) => `${name}=${typeof value === "number" ? value : quoted(value)}`)
    .join(", ");
}

/** Unit names hold backslashes, which Graphviz would read as escapes of a label. */
function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
