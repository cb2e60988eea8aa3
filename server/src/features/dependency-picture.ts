/** The dependencies of a unit, or of all units of its set, for a page that draws them. */
import { dotOf } from "../graph/dot.ts";
import { type Line, linesOf } from "../graph/lines.ts";
import { describeLine, loadNote } from "../graph/styles.ts";
import { type GraphView, viewOf, waitsOf } from "../graph/view.ts";
import { buildGraph } from "../model/graph.ts";
import { anyInstance, isOwn, ownNames } from "../model/own-units.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { fragmentPlace } from "./navigation/place.ts";

/** What is drawn: a unit with its neighbours, or all units that lie in the set's own folders. */
export type PictureScope = "unit" | "all";

/** What a page draws. */
export interface DependencyPicture {
  /** The unit that it was asked about; of a template, the instance that stands for all. */
  readonly unit: string;
  readonly units: readonly PicturedUnit[];
  readonly lines: readonly PicturedLine[];
  /** The names of units that wait for one another: each starts after the next one, and the last after the first. */
  readonly cycles: readonly (readonly string[])[];
  /** How many dependencies are not shown, as nearly every unit has them or others imply them. */
  readonly leftOut: number;
  /** The drawing in Graphviz' language; undefined where it would be too large to be laid out while somebody waits. */
  readonly dot: string | undefined;
}

/** One unit. */
export interface PicturedUnit {
  readonly name: string;
  readonly type: string;
  /** Empty for a unit that is loaded, else why it is not. */
  readonly note: string;
  /** Whether the picture is about it. */
  readonly own: boolean;
  readonly cyclic: boolean;
  /** The file that gives it; undefined where none does, such as for units of a systemd that is not installed here. */
  readonly uri: FileUri | undefined;
}

/** One line of the picture. */
export interface PicturedLine {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly cyclic: boolean;
  /** Who says what, and where; a line of text each. */
  readonly says: string;
}

/** Graphviz takes about a second for as much. */
const MOST_UNITS = 300;
const MOST_LINES = 900;

/** The picture around the unit of a file, or around another one of its set by name; undefined for what is no unit file. */
export function dependencyPicture(
  snapshot: Snapshot,
  uri: FileUri,
  { scope, about }: { readonly scope: PictureScope; readonly about?: string | undefined },
): DependencyPicture | undefined {
  const file = snapshot.file(uri);
  const unit = about === undefined ? file?.unit : file && named(file.set, about);
  if (file === undefined || unit === undefined) return undefined;
  const { set } = file;
  const view = viewIn(set, unit, scope);
  const drawn = linesOf(view);
  const waits = waitsOf(view.cycles);
  const isSmall = view.units.length <= MOST_UNITS && drawn.lines.length <= MOST_LINES;
  return {
    unit: unit.id,
    units: view.units.map(other => ({
      name: other.id,
      type: other.type,
      note: loadNote(other),
      own: view.own.has(other),
      cyclic: waits.has(other),
      uri: fragmentPlace(snapshot, set, other.id)?.uri,
    })),
    lines: drawn.lines.map(pictured),
    cycles: view.cycles.map(cycle => cycle.map(({ id }) => id)),
    leftOut: view.leftOut + drawn.implied,
    dot: isSmall ? dotOf(view, drawn, "page") : undefined,
  };
}

function named(set: UnitSet, name: string): Unit | undefined {
  const parts = readUnitName(name);
  return parts && set.unit(parts.instance === "" ? withInstance(parts, anyInstance) : name);
}

function viewIn(set: UnitSet, unit: Unit, scope: PictureScope): GraphView {
  const graph = buildGraph(set, [...ownNames(set), unit.id]);
  const isAnyOwn = isOwn(set);
  const about = scope === "all" ? (other: Unit) => other === unit || isAnyOwn(other) : (other: Unit) => other === unit;
  return viewOf(graph, { about, named: name => unit.names.includes(name), wholeCycles: true });
}

function pictured(line: Line): PicturedLine {
  const { tail, head, main, cyclic } = line;
  return { from: tail.id, to: head.id, kind: main, cyclic, says: describeLine(line) };
}
