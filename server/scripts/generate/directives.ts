/** Joins the history, the renames and the facts of the source trees into the rows of the catalog. */

import type { Directive, Replacement, SectionName, SystemdVersion, UnitType } from "../../src/catalog/directive.ts";
import { unitTypes } from "../../src/catalog/unit-types.ts";
import { isLegacy } from "./chronicle.ts";
import { GPERF_PATH, type GperfRow, parseGperf } from "./gperf.ts";
import { byPair, type History, type PairHistory, pairKey, parserAt } from "./history.ts";
import { INSTALL_PATH, withInstallParsers } from "./install.ts";
import { grammarOf } from "./kinds.ts";
import { documentingPage, type Manual, readManual } from "./manual.ts";
import { GeneratorStop } from "./stop.ts";
import { mustRead, type SourceTree } from "./tree.ts";
import { parseSections, unitTypePath } from "./unit-types.ts";

/** What all releases know, in the shape of `server/data/directives.json`. */
export interface DirectiveTable {
  /** The newest release. */
  readonly systemd: SystemdVersion;
  readonly oldest: SystemdVersion;
  /** The releases whose own tables were read, ascending. */
  readonly exact: readonly SystemdVersion[];
  readonly sections: Readonly<Record<UnitType, readonly SectionName[]>>;
  /** Sorted by section, then by name. */
  readonly directives: readonly Directive[];
}

/** What one tree says of its release. */
export interface TreeFacts {
  readonly version: SystemdVersion;
  readonly sections: DirectiveTable["sections"];
  readonly rows: readonly GperfRow[];
  readonly manual: Manual;
}

/** Reads a source tree. */
export function factsOf(tree: SourceTree): TreeFacts {
  const types = unitTypes.map(type => [type, parseSections(type, mustRead(tree, unitTypePath(type)))] as const);
  const sections = Object.fromEntries(types) as Record<UnitType, SectionName[]>;
  const rows = withInstallParsers(parseGperf(mustRead(tree, GPERF_PATH)), mustRead(tree, INSTALL_PATH));
  return { version: tree.version, sections, rows, manual: readManual(tree) };
}

/**
 * The table from trees, newest first, that agree with the history. The newest release of the history must be among
 * them: it alone says what each of its directives is.
 */
export function directiveTable(
  trees: readonly TreeFacts[],
  history: History,
  replaced: ReadonlyMap<string, Replacement>,
): DirectiveTable {
  const newest = Math.max(...history.exact);
  const [first] = trees;
  if (first?.version !== newest) throw new GeneratorStop(`the history goes to systemd ${newest}: give its tree too`);
  const other = trees.find(({ sections }) => JSON.stringify(sections) !== JSON.stringify(first.sections));
  if (other !== undefined) {
    throw new GeneratorStop(`systemd ${other.version} gives a unit type other sections than ${newest} does`);
  }
  const { oldest, exact } = history;
  const directives = directivesOf(trees, history, replaced);
  return { systemd: newest, oldest, exact, sections: first.sections, directives };
}

/** The rows of the catalog for the pairs of the history; stops at parsers that the kinds table does not know. */
export function directivesOf(
  trees: readonly Pick<TreeFacts, "rows" | "manual">[],
  { pairs }: Pick<History, "pairs">,
  replaced: ReadonlyMap<string, Replacement>,
): Directive[] {
  const alive = trees.map(({ rows }) => new Map(rows.filter(row => !isLegacy(row)).map(row => [pairKey(row), row])));
  const read = pairs.map(pair => ({ pair, row: newestRow(pair, alive) }));
  const unmapped = read.flatMap(({ row }) => (grammarOf(row) === undefined ? row : []));
  if (unmapped.length > 0) throw new GeneratorStop(unmappedMessage(unmapped));
  const manual = trees[0]?.manual ?? new Map();
  return read.flatMap(({ pair, row }) => directiveOf(pair, row, manual, replaced) ?? []).sort(byPair);
}

/** How the newest tree parses the pair that still honours it, or else how the history says that it was parsed. */
function newestRow(pair: PairHistory, alive: readonly ReadonlyMap<string, GperfRow>[]): GperfRow {
  const { section, name } = pair;
  const row = alive.find(rows => rows.has(pairKey(pair)))?.get(pairKey(pair));
  return row ?? { section, name, parser: parserAt(pair, Number.POSITIVE_INFINITY) ?? "NULL", ltype: "0", data: "0" };
}

function directiveOf(
  { section, name, first, last, removed }: PairHistory,
  row: GperfRow,
  manual: Manual,
  replaced: ReadonlyMap<string, Replacement>,
): Directive | undefined {
  const grammar = grammarOf(row);
  if (grammar === undefined) return undefined;
  const page = documentingPage(manual, section, name);
  const replacedBy = replaced.get(pairKey(row));
  return {
    section,
    name,
    ...grammar,
    ...(page !== undefined && { page }),
    since: first,
    ...(last !== undefined && { until: last }),
    ...(removed !== undefined && { removed }),
    ...(replacedBy && { replacedBy }),
  };
}

function unmappedMessage(rows: readonly GperfRow[]): string {
  const parsers = [...new Set(rows.map(row => row.parser))];
  const lines = parsers.map(parser =>
    unmappedLine(
      parser,
      rows.filter(row => row.parser === parser),
    ),
  );
  const advice = "add each to the table `parsers` in server/scripts/generate/kinds.ts";
  return ["no value grammar is mapped to these parsers:", ...lines, advice].join("\n");
}

function unmappedLine(parser: string, users: readonly GperfRow[]): string {
  const args = [...new Set(users.map(row => row.ltype))].filter(ltype => ltype !== "0");
  const names = users.map(row => `${row.section}.${row.name}`).join(", ");
  return `  ${parser}${args.length > 0 ? ` (${args.join(", ")})` : ""}: ${names}`;
}
