/** A graph as data for other programs. */
import type { Edge } from "../model/graph.ts";
import type { GraphView } from "./view.ts";

/** What `unitlint graph --format json` prints. */
export interface GraphData {
  readonly units: readonly { readonly name: string; readonly type: string; readonly load: string }[];
  /** As declared: `Before=` stays with the unit that says it. `path` and `line` are those of the line, or the path of the link, that says it. */
  readonly edges: readonly EdgeData[];
  /** The names of units that wait for one another. */
  readonly cycles: readonly (readonly string[])[];
}

interface EdgeData {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly origin: string;
  readonly path?: string;
  readonly line?: number;
}

/** The data of a view. */
export function graphData({ units, arrows, cycles }: GraphView): GraphData {
  return {
    units: units.map(({ id, type, load }) => ({ name: id, type, load })),
    edges: arrows.map(({ edge }) => edgeData(edge)),
    cycles: cycles.map(cycle => cycle.map(({ id }) => id)),
  };
}

function edgeData({ from, to, dependency: { kind, origin, at, link } }: Edge): EdgeData {
  const named = { from: from.id, to: to.id, kind, origin };
  if (at !== undefined) {
    const { source } = at.file;
    return { ...named, path: source.path, line: source.position(at.entry.key.span.start).line };
  }
  return link === undefined ? named : { ...named, path: link.entry.path };
}
