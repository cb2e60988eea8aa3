/** `unitlint list-dependencies UNIT`: what a unit pulls in, or is pulled in by, as a tree. */
import type { RelationKind } from "../../model/dependency.ts";
import { buildGraph, type DependencyGraph } from "../../model/graph.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { readUnitName } from "../../values/unit-name.ts";
import type { CommandOutput } from "../command-output.ts";
import { namedUnit } from "../opened-units.ts";
import { type Paint, printable, printableJson } from "../terminal.ts";

/** What was asked. */
export interface ListDependenciesArguments {
  readonly unit: string;
  /** Which dependencies: what it pulls in, what pulls it in, what it starts before, what it starts after. */
  readonly direction: "forward" | "reverse" | "before" | "after";
  /** Go on below all units; otherwise only below targets. */
  readonly all: boolean;
  readonly format: "human" | "json";
}

/** A unit with its dependencies, as JSON has it. */
interface Branch {
  readonly unit: string;
  readonly load: string;
  /** Absent where it was not followed: it is no target, or it stands above in the tree. */
  readonly dependencies?: readonly Branch[];
}

/** Prints the tree that systemctl draws, without the dots that tell states. systemd: list_dependencies_one(), src/systemctl/systemctl-list-dependencies.c */
export function listDependencies(set: UnitSet, args: ListDependenciesArguments, paint: Paint): CommandOutput {
  const named = namedUnit(set, args.unit);
  if ("problem" in named) return { stdout: "", stderr: `unitlint: ${named.problem}\n`, status: 1 };
  const tree: Tree = {
    graph: wholeGraph(set, named.name),
    kinds: relations[args.direction],
    all: args.all,
    left: MOST_LINES,
  };
  const unit = set.unit(named.name);
  const note = named.note === undefined ? "" : `unitlint: note: ${named.note}\n`;
  const stdout =
    args.format === "json"
      ? jsonText(branchOf(tree, unit, []))
      : `${[shown(unit, paint), ...draw(tree, unit, [], "", paint)].join("\n")}\n`;
  const cut =
    tree.left > 0 ? "" : `unitlint: note: the tree is cut off after ${MOST_LINES} units; without --all it is short\n`;
  return { stdout, stderr: note + cut, status: 0 };
}

/** systemd: unit_get_dependencies(), src/systemctl/systemctl-util.c */
const relations: Readonly<Record<ListDependenciesArguments["direction"], readonly RelationKind[]>> = {
  forward: ["Requires", "Requisite", "Wants", "ConsistsOf", "BindsTo", "Upholds"],
  reverse: ["RequiredBy", "RequisiteOf", "WantedBy", "PartOf", "BoundBy", "UpheldBy"],
  after: ["After"],
  before: ["Before"],
};

/** With --all, trees grow with every way that leads to a unit: those of the order of a host have no end. */
const MOST_LINES = 100_000;

interface Tree {
  readonly graph: DependencyGraph;
  readonly kinds: readonly RelationKind[];
  readonly all: boolean;
  /** How many more units may be printed. */
  left: number;
}

/** All units of the folders, as any of them may be what pulls this one in. */
function wholeGraph(set: UnitSet, name: string): DependencyGraph {
  const names = [...set.names.targets.keys()].filter(known => readUnitName(known)?.instance !== "");
  return buildGraph(set, [name, ...names]);
}

/** What stands below a unit; `above` is the way from the root to it. */
function below({ graph, kinds }: Tree, unit: Unit, above: readonly Unit[]): { units: readonly Unit[]; loops: boolean } {
  const others = new Set(kinds.flatMap(kind => [...graph.related(unit, kind).keys()]));
  const units = [...others].filter(other => other !== unit && !above.includes(other)).sort(byTypeAndName);
  return { units, loops: units.length < others.size };
}

/** Targets last, case does not count. systemd: list_dependencies_compare() */
function byTypeAndName(a: Unit, b: Unit): number {
  if ((a.type === "target") !== (b.type === "target")) return a.type === "target" ? 1 : -1;
  const [one, other] = [a.id.toLowerCase(), b.id.toLowerCase()];
  return one === other ? 0 : one < other ? -1 : 1;
}

function draw(tree: Tree, unit: Unit, above: readonly Unit[], indent: string, paint: Paint): string[] {
  const { units, loops } = below(tree, unit, above);
  const lines: string[] = [];
  for (const [i, other] of units.entries()) {
    if (tree.left-- <= 0) return lines;
    const last = i === units.length - 1 && !loops;
    lines.push(`${indent}${last ? "└─" : "├─"}${shown(other, paint)}`);
    if (isFollowed(tree, other))
      lines.push(...draw(tree, other, [...above, unit], `${indent}${last ? "  " : "│ "}`, paint));
  }
  return loops ? [...lines, `${indent}└─...`] : lines;
}

function isFollowed({ all }: Tree, { type }: Unit): boolean {
  return all || type === "target";
}

function shown({ id, load }: Unit, paint: Paint): string {
  return load === "loaded" ? printable(id) : `${printable(id)} ${paint("error", `(${load})`)}`;
}

function branchOf(tree: Tree, unit: Unit, above: readonly Unit[]): Branch {
  const { id, load } = unit;
  tree.left--;
  if ((above.length > 0 && !isFollowed(tree, unit)) || tree.left <= 0) return { unit: id, load };
  const { units } = below(tree, unit, above);
  return { unit: id, load, dependencies: units.map(other => branchOf(tree, other, [...above, unit])) };
}

function jsonText(branch: Branch): string {
  return `${printableJson(JSON.stringify(branch, undefined, 2))}\n`;
}
