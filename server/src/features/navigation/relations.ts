/** Units and what relates them, for the hierarchies: each with a place to go to. */
import { arrowOf, isWritten } from "../../graph/arrows.ts";
import { isCommonplace } from "../../graph/commonplace.ts";
import { judgedName } from "../../lint/world.ts";
import type { RelationKind } from "../../model/dependency.ts";
import { enabledFolder } from "../../model/enabled-folder.ts";
import { buildGraph, type DependencyGraph, type Edge } from "../../model/graph.ts";
import { dependencyPlace } from "../../model/place.ts";
import { lastOf } from "../../model/reading.ts";
import type { Unit } from "../../model/unit.ts";
import { type UnitSet, withFolder } from "../../model/unit-set.ts";
import { readUnitName } from "../../values/unit-name.ts";
import { type FileUri, pathOfUri, uriOfPath } from "../../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import { mentionsIn, templateOf } from "./mentions.ts";
import { type FilePlace, fragmentPlace } from "./place.ts";
import { mentionAt } from "./symbol.ts";

/** A unit in a hierarchy. */
export interface HierarchyUnit {
  /** A template's own name where an instance only stands for it. */
  readonly name: string;
  /** What it says of itself, or what relates it to the unit that was asked about. */
  readonly detail: string;
  /** Its fragment; where no file gives it, a place that names it. */
  readonly place: FilePlace;
  /** A file among whose units it was found: to ask on from. */
  readonly anchor: FileUri;
}

/** Another unit and why it is one. */
export interface Relation {
  readonly unit: HierarchyUnit;
  /** The places that say so in the file of the unit that depends; empty where none does. */
  readonly places: readonly FilePlace[];
}

/** The unit that is named under the cursor, else that of the file. */
export function hierarchyUnit(snapshot: Snapshot, uri: FileUri, offset: number): HierarchyUnit | undefined {
  const file = snapshot.file(uri);
  if (file === undefined) return undefined;
  const mention = mentionAt(file, offset);
  const name = mention?.name ?? file.name.unit;
  if (name === file.name.type) return undefined;
  const here = { uri, source: file.source, span: mention?.span ?? { start: 0, end: 0 } };
  const place = fragmentPlace(snapshot, file.set, name) ?? here;
  const { settings } = file.set.unit(judgedName(name, file.set));
  return { name, detail: lastOf(settings, "Unit", "Description")?.entry.value.text ?? "", place, anchor: uri };
}

/** The units that are related to one in some ways, as if all units were enabled that can be; without what nearly every unit has. */
export function relatedUnits(
  snapshot: Snapshot,
  { name, anchor, place }: Pick<HierarchyUnit, "name" | "anchor" | "place">,
  kinds: readonly RelationKind[],
): readonly Relation[] {
  const file = snapshot.file(anchor);
  if (file === undefined) return [];
  const graph = graphOf(file.set);
  const unit = graph.set.unit(judgedName(name, graph.set));
  const edges = new Map<Unit, Edge[]>();
  for (const kind of kinds) {
    for (const [other, found] of graph.related(unit, kind)) {
      const own = found.filter(edge => !isCommonplace(arrowOf(edge), id => id === unit.id));
      if (own.length > 0) edges.set(other, [...(edges.get(other) ?? []), ...own]);
    }
  }
  const found = [...edges].map(([other, edges]) => relationOf(snapshot, file, { unit, place, other, edges, graph }));
  return found.sort((a, b) => (a.unit.name < b.unit.name ? -1 : 1));
}

interface Related {
  readonly unit: Unit;
  readonly place: FilePlace;
  readonly other: Unit;
  readonly edges: readonly Edge[];
  readonly graph: DependencyGraph;
}

function relationOf(snapshot: Snapshot, file: WorkspaceFile, { unit, place, other, edges, graph }: Related): Relation {
  const name = shownName(other.id, graph.set);
  const said = edges.flatMap(edge => placeOf(snapshot, edge) ?? []);
  const lies = fragmentPlace(snapshot, file.set, name) ?? said[0] ?? place;
  const dependent = pathOfUri((edges.some(edge => arrowOf(edge).tail === unit) ? place : lies).uri);
  const places = said.filter(({ uri }) => pathOfUri(uri) === dependent);
  const detail = [...new Set(edges.map(wordsOf))].join(", ");
  return { unit: { name, detail, place: lies, anchor: file.uri }, places };
}

/** `Requires=`, `After= by default`, `Wants= when enabled`. */
function wordsOf(edge: Edge): string {
  const { kind } = arrowOf(edge);
  if (isInstall(edge)) return `${kind}= when enabled`;
  return isWritten(edge) ? `${kind}=` : `${kind}= by default`;
}

/** Where a dependency is said. */
function placeOf(snapshot: Snapshot, edge: Edge): FilePlace | undefined {
  const { dependency, from, to } = edge;
  if (isInstall(edge)) return installPlace(snapshot, from, to);
  const place = dependencyPlace(dependency);
  const uri = place && snapshot.uriOf(place.file.source);
  return place === undefined || uri === undefined ? undefined : { uri, source: place.file.source, span: place.span };
}

/** The name in [Install] of the unit that is wanted. */
function installPlace(snapshot: Snapshot, { names }: Unit, { fragment, dropIns }: Unit): FilePlace | undefined {
  for (const file of fragment === undefined ? dropIns : [fragment, ...dropIns]) {
    const mention = mentionsIn(file).find(({ section, name }) => section === "Install" && names.includes(name));
    const uri = mention && snapshot.uriOf(file.source);
    if (mention !== undefined && uri !== undefined) return { uri, source: file.source, span: mention.span };
  }
  return undefined;
}

function isInstall({ dependency: { link } }: Edge): boolean {
  return link?.within.path === "[Install]";
}

const graphs = new WeakMap<UnitSet, DependencyGraph>();

function graphOf(set: UnitSet): DependencyGraph {
  const known = graphs.get(set);
  if (known !== undefined) return known;
  const names = ownNames(set);
  const units = [...new Set(names.map(name => set.unit(name)))];
  const linked = withFolder(set, enabledFolder(set, units));
  const graph = buildGraph(linked, new Set([...names, ...owners(linked)]));
  graphs.set(set, graph);
  return graph;
}

/** All but those of stock units. */
function ownNames(set: UnitSet): string[] {
  return [...set.names.targets].flatMap(([name, target]) => {
    const { path } = "file" in target ? target.file : target.entry;
    return uriOfPath(path) === undefined ? [] : [judgedName(name, set)];
  });
}

/** The units for which there are folders of links, those of [Install] among them. */
function owners({ folders }: UnitSet): string[] {
  return folders.flatMap(({ role, folders }) => {
    const names = role === "stock" ? [] : [...folders.keys()];
    return names.flatMap(folder => {
      const name = /^(.+)\.(?:wants|requires|upholds)$/.exec(folder)?.[1] ?? "";
      const parts = readUnitName(name);
      return parts === undefined || parts.instance === "" ? [] : [name];
    });
  });
}

/** The template where an instance only stands for it. */
function shownName(id: string, set: UnitSet): string {
  const template = templateOf(id);
  return template !== undefined && judgedName(template, set) === id ? template : id;
}
