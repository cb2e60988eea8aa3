/** Documents that no file holds, each about one unit: what its files come to, its graph, its exposure, the jobs of its start. */
import { exposureOf } from "../exposure/exposure.ts";
import { dotOf } from "../graph/dot.ts";
import { linesOf } from "../graph/lines.ts";
import { mermaidOf } from "../graph/mermaid.ts";
import { type GraphView, viewOf } from "../graph/view.ts";
import { buildGraph } from "../model/graph.ts";
import { anyInstance, ownNames } from "../model/own-units.ts";
import { schedule } from "../model/transaction/schedule.ts";
import { idleManager, transact } from "../model/transaction/transaction.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";
import { effectiveText } from "../reports/effective.ts";
import { exposureTable } from "../reports/exposure.ts";
import { transactionText } from "../reports/transaction.ts";
import { unpainted } from "../text/paint.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What a document tells. */
export type DocumentTopic = keyof typeof topics;

/** A document, or a drawing in Graphviz' language that is yet to be made SVG. */
export type VirtualDocument =
  | { readonly languageId: string; readonly text: string }
  | { readonly languageId: "svg"; readonly dot: string };

/** The scheme of their URIs. */
export const virtualScheme = "unitlint";

/** The URI of a document about a unit of the set that a file belongs to: `unitlint:/effective/app.service?file%3A…`. */
export function virtualUri(topic: DocumentTopic, unit: string, file: FileUri): string {
  const { folder, suffix } = topics[topic];
  return `${virtualScheme}:/${folder}/${encodeURIComponent(unit)}${suffix}?${encodeURIComponent(file)}`;
}

/** The URI of a document about the unit that a file belongs to; undefined where it belongs to none. */
export function virtualUriFor(topic: DocumentTopic, snapshot: Snapshot, uri: FileUri): string | undefined {
  const name = snapshot.file(uri)?.unitFile.name;
  return name === undefined || name.unit === name.type ? undefined : virtualUri(topic, name.unit, uri);
}

/** The document of a URI; undefined where that leads nowhere. */
export function virtualDocument(snapshot: Snapshot, uri: string): VirtualDocument | undefined {
  const place = readUri(uri);
  const set = place && snapshot.file(place.file)?.set;
  const name = place && readUnitName(place.unit);
  if (place === undefined || set === undefined || name === undefined) return undefined;
  const unit = set.unit(name.instance === "" ? withInstance(name, anyInstance) : place.unit);
  return topics[place.topic].write(unit, set);
}

interface Topic {
  readonly folder: string;
  readonly suffix: string;
  readonly write: (unit: Unit, set: UnitSet) => VirtualDocument;
}

const topics = {
  effective: { folder: "effective", suffix: "", write: effective },
  exposure: { folder: "exposure", suffix: ".txt", write: exposure },
  transaction: { folder: "transaction", suffix: ".txt", write: transaction },
  graph: { folder: "graph", suffix: ".mmd", write: (unit, set) => drawn(unit, set, "mermaid", mermaidOf) },
  "graph-dot": { folder: "graph", suffix: ".dot", write: (unit, set) => drawn(unit, set, "dot", dotOf) },
  "graph-svg": { folder: "graph", suffix: ".svg", write: svg },
} as const satisfies Record<string, Topic>;

function readUri(uri: string): { topic: DocumentTopic; unit: string; file: FileUri } | undefined {
  const [, folder, path = "", query = ""] = /^unitlint:\/{1,3}([a-z]+)\/([^/?#]+)\?([^#]*)$/.exec(uri) ?? [];
  const [unit, file] = [decoded(path), decoded(query)];
  if (unit === undefined || file === undefined) return undefined;
  const topic = (Object.keys(topics) as DocumentTopic[]).find(
    candidate => topics[candidate].folder === folder && unit.endsWith(topics[candidate].suffix),
  );
  return topic && { topic, unit: unit.slice(0, unit.length - topics[topic].suffix.length), file };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function effective(unit: Unit): VirtualDocument {
  const text =
    unit.fragment === undefined && unit.dropIns.length === 0
      ? `# ${absence(unit)}\n`
      : effectiveText(unit, { all: true, paint: unpainted });
  return { languageId: "systemd-unit", text };
}

function absence({ id, load }: Unit): string {
  if (load === "masked") return `${id} is masked`;
  return load === "not-found" ? `${id} is not found` : `${id} has no file: systemd makes it up where it is needed`;
}

function exposure(unit: Unit, { catalog: { version }, manager }: UnitSet): VirtualDocument {
  if (unit.load !== "loaded") return { languageId: "plaintext", text: `${unit.id}: systemd would not load it\n` };
  const table = exposureTable({ unit, exposure: exposureOf(unit, { version, manager }) }, unpainted);
  return { languageId: "plaintext", text: `${table}\nAssessed as by systemd ${version}.\n` };
}

function transaction(unit: Unit, set: UnitSet): VirtualDocument {
  const graph = buildGraph(set, [unit.id]);
  const started = transact(graph, { unit, type: "start" }, idleManager(set.catalog.version));
  const lines = transactionText({ unit, transaction: started, schedule: schedule(graph, started.jobs) }, unpainted);
  return { languageId: "plaintext", text: `${lines.join("\n")}\n` };
}

function svg(unit: Unit, set: UnitSet): VirtualDocument {
  const view = viewAround(unit, set);
  return { languageId: "svg", dot: dotOf(view, linesOf(view)) };
}

function drawn(unit: Unit, set: UnitSet, languageId: string, draw: typeof dotOf): VirtualDocument {
  const view = viewAround(unit, set);
  return { languageId, text: draw(view, linesOf(view)) };
}

/** A unit with all that it is connected to, by its own lines or by those of others. */
function viewAround(unit: Unit, set: UnitSet): GraphView {
  const graph = buildGraph(set, [...ownNames(set), unit.id]);
  return viewOf(graph, { about: other => other === unit, named: name => unit.names.includes(name) });
}
