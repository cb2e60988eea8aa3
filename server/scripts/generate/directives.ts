/** Joins the facts of one source tree into the rows of the catalog. */

import type { Directive, SectionName, SystemdVersion, UnitType } from "../../src/catalog/directive.ts";
import { GPERF_PATH, type GperfRow, parseGperf } from "./gperf.ts";
import { INSTALL_PATH, withInstallParsers } from "./install.ts";
import { grammarOf } from "./kinds.ts";
import { documentation, isUnitPage, MANUAL_FOLDER, type Manual, type ManualPage, parseManualPage } from "./manual.ts";
import { GeneratorStop } from "./stop.ts";
import { mustRead, type SourceTree } from "./tree.ts";
import { parseSections, unitTypePath, unitTypes } from "./unit-types.ts";

/** What one release knows, in the shape of `server/data/directives.json`. */
export interface DirectiveTable {
  readonly systemd: SystemdVersion;
  readonly sections: Readonly<Record<UnitType, readonly SectionName[]>>;
  /** Sorted by section, then by name. */
  readonly directives: readonly Directive[];
}

/** Reads a source tree; stops, naming them, when there are parsers that the kinds table does not know. */
export function directiveTable(tree: SourceTree): DirectiveTable {
  const types = unitTypes.map(type => [type, parseSections(type, mustRead(tree, unitTypePath(type)))] as const);
  const rows = withInstallParsers(parseGperf(mustRead(tree, GPERF_PATH)), mustRead(tree, INSTALL_PATH));
  const sections = Object.fromEntries(types) as Record<UnitType, SectionName[]>;
  return { systemd: tree.version, sections, directives: directivesOf(rows, readManual(tree)) };
}

/** The rows of the catalog for the rows of the gperf table; stops at unmapped parsers. */
export function directivesOf(rows: readonly GperfRow[], manual: Manual): Directive[] {
  const unmapped = rows.filter(row => grammarOf(row) === undefined);
  if (unmapped.length > 0) throw new GeneratorStop(unmappedMessage(unmapped));
  return rows.flatMap(row => directiveOf(row, manual) ?? []).sort(byName);
}

function directiveOf(row: GperfRow, manual: Manual): Directive | undefined {
  const grammar = grammarOf(row);
  if (grammar === undefined) return undefined;
  const { section, name } = row;
  return {
    section,
    name,
    ...grammar,
    ...documentation(manual, section, name),
    ...(row.ltype === "DISABLED_LEGACY" && { removed: true as const }),
  };
}

function readManual(tree: SourceTree): Manual {
  const manual = new Map<string, ManualPage>();
  for (const file of tree.list(MANUAL_FOLDER).filter(isUnitPage)) {
    manual.set(file.replace(/\.xml$/, ""), parseManualPage(mustRead(tree, `${MANUAL_FOLDER}/${file}`)));
  }
  return manual;
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

function byName(a: Directive, b: Directive): number {
  return compare(a.section, b.section) || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
