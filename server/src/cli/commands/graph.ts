/** `unitlint graph [UNIT…]`: the dependency graph as a picture, or as data. */
import { dotOf } from "../../graph/dot.ts";
import { graphData } from "../../graph/json.ts";
import { type Lines, linesOf } from "../../graph/lines.ts";
import { mermaidOf, mostMermaidLines } from "../../graph/mermaid.ts";
import { isPattern, matchAny } from "../../graph/pattern.ts";
import { type GraphView, viewOf } from "../../graph/view.ts";
import { buildGraph } from "../../model/graph.ts";
import { anyInstance, exampleNames, isOwn, ownNames } from "../../model/own-units.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import type { CommandOutput } from "../command-output.ts";
import { namedUnit } from "../opened-units.ts";
import { printableJson } from "../terminal.ts";
import { completeName } from "../unit-words.ts";
import { UsageError } from "../usage-error.ts";

/** How a graph is written. */
export const graphFormats = ["svg", "dot", "mermaid", "json"] as const;

/** What was asked. */
export interface GraphArguments {
  /** Names or patterns; all units where there are none. */
  readonly units: readonly string[];
  readonly format: (typeof graphFormats)[number];
  readonly relations?: "order" | "require" | undefined;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cycles: boolean;
  readonly all: boolean;
  /** Whether templates without an instance are shown too: they are in a project, not in a system. */
  readonly templates: boolean;
}

/** Turns Graphviz' language into SVG; undefined where the package that draws is missing. */
export type DrawSvg = (dot: string) => Promise<string | undefined>;

/** The graph in the format that was asked for; status 1 for an unknown unit, and for cycles where cycles were asked for. */
export async function graph(set: UnitSet, args: GraphArguments, drawSvg: DrawSvg): Promise<CommandOutput> {
  const words = args.units.map(word => (isPattern(word) ? { pattern: word } : namedUnit(set, word)));
  const wrong = words.find(word => "problem" in word);
  if (wrong !== undefined && "problem" in wrong) return failed(wrong.problem);
  const asked = words.flatMap(word => ("name" in word ? [word.name] : []));
  const view = viewFor(set, asked, args);
  const lines = linesOf(view, args.all);
  if (view.units.length === 0) return nothing(args);
  const notes = [...words.flatMap(word => ("note" in word ? [word.note] : [])), ...notesOn(view, lines, args)];
  return {
    stdout: await write(view, lines, args.format, drawSvg),
    stderr: notes.map(note => `unitlint: note: ${note}\n`).join(""),
    status: args.cycles && view.cycles.length > 0 ? 1 : 0,
  };
}

function failed(problem: string): CommandOutput {
  return { stdout: "", stderr: `unitlint: ${problem}\n`, status: 1 };
}

function nothing({ cycles, units }: GraphArguments): CommandOutput {
  if (cycles) return { stdout: "", stderr: "unitlint: there is no ordering cycle\n", status: 0 };
  return failed(units.length === 0 ? "there are no units to show" : `no unit matches ${units.join(" ")}`);
}

function viewFor(set: UnitSet, asked: readonly string[], args: GraphArguments): GraphView {
  const plain = buildGraph(set, [...ownNames(set), ...asked]);
  const examples = args.templates ? exampleNames(set, plain.units) : [];
  const own = isOwn(set);
  const names = asked.map(name => set.unit(name).id);
  const patterns = matchAny([...names, ...args.units.filter(isPattern)]);
  const [from, to] = [args.from, args.to].map(words =>
    words.map(word => (isPattern(word) ? word : completeName(word))),
  );
  return viewOf(examples.length === 0 ? plain : buildGraph(set, [...ownNames(set), ...examples, ...asked]), {
    about: unit => (args.units.length === 0 ? own(unit) : unit.names.some(patterns)),
    named: matchAny([...names, ...(from ?? []), ...(to ?? [])].filter(word => !isPattern(word))),
    all: args.all,
    onlyCycles: args.cycles,
    ...(args.relations && { relations: args.relations }),
    ...(from !== undefined && from.length > 0 && { from: matchAny(from) }),
    ...(to !== undefined && to.length > 0 && { to: matchAny(to) }),
  });
}

function notesOn(view: GraphView, { lines, implied }: Lines, { format, templates, units }: GraphArguments): string[] {
  const notes: string[] = [];
  const drawn = format !== "json";
  const left = view.leftOut + (drawn ? implied : 0);
  if (left > 0)
    notes.push(
      `${left} dependencies that nearly all units have, or that follow from others, are left out; --all shows them`,
    );
  for (const cycle of view.cycles)
    notes.push(`ordering cycle: ${[...cycle, ...cycle.slice(0, 1)].map(({ id }) => id).join(" after ")}`);
  if (templates && units.length === 0 && [...view.own].some(({ instance }) => instance === anyInstance))
    notes.push(`templates are shown as their instance ${anyInstance}`);
  if (format === "mermaid" && lines.length > mostMermaidLines)
    notes.push(
      `Mermaid draws no more than ${mostMermaidLines} lines unless maxEdges says so, and these are ${lines.length}`,
    );
  return notes;
}

async function write(
  view: GraphView,
  lines: Lines,
  format: GraphArguments["format"],
  drawSvg: DrawSvg,
): Promise<string> {
  if (format === "json") return `${printableJson(JSON.stringify(graphData(view), undefined, 2))}\n`;
  if (format === "mermaid") return mermaidOf(view, lines);
  const dot = dotOf(view, lines);
  if (format === "dot") return dot;
  const svg = await drawSvg(dot);
  if (svg !== undefined) return svg;
  throw new UsageError(
    "--format svg needs the package @viz-js/viz; --format dot and Graphviz' own dot -Tsvg do the same",
  );
}
