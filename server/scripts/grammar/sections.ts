/** The rules of sections: which header opens what, and the entries of each, grouped by the sections that share them. */
import { catalogAt, newestVersion } from "../../src/catalog/catalog.ts";
import type { Directive, SectionName } from "../../src/catalog/directive.ts";
import { table } from "../../src/catalog/table.ts";
import { isRemoved } from "../../src/catalog/versions.ts";
import { entry, keyScopes } from "./lines.ts";
import { anyOf, type GrammarRule, include, LINE_END, LINE_START, scope } from "./rule.ts";
import type { Look } from "./values.ts";

/** Every section that a unit of some type has. */
export const sectionNames: readonly SectionName[] = [...new Set(Object.values(table.sections).flat())].sort();

/** The rules of sections for the repository, the groups of entries that they include among them. */
export function sectionRules(lookOf: (kind: string) => Look): Readonly<Record<string, GrammarRule>> {
  const groups = entryGroups();
  const known = sectionNames.map(name => {
    const own = [...groups].filter(([, group]) => group.sections.includes(name)).map(([id]) => id);
    return [
      `section-${name.toLowerCase()}`,
      section(name, "", [...own, "extension-entry", "misplaced-entry"]),
    ] as const;
  });
  return {
    ...Object.fromEntries(known),
    "section-extension": section("X-[^\\x00-\\x1f\\x7f\\\\\"'*?\\[]*", ".extension", ["vendor-entry"]),
    "section-unknown": section("[^\\x00-\\x1f\\x7f\\\\\"'*?\\[]+", ".unknown", ["extension-entry"]),
    ...Object.fromEntries([...groups].map(([id, { rows }]) => [id, { patterns: entriesOf(rows, lookOf) }])),
  };
}

function section(name: string, kind: string, entries: readonly string[]): GrammarRule {
  return {
    name: `meta.section${kind || `.${name.toLowerCase()}`}.systemd-unit`,
    begin: `^\\x{FEFF}?[ \\t]*+(\\[)(${name})(\\])[ \\t]*+${LINE_END}`,
    beginCaptures: {
      "1": { name: scope("punctuation.definition.section.begin") },
      "2": { name: sectionScope(kind) },
      "3": { name: scope("punctuation.definition.section.end") },
    },
    end: `(?=${LINE_START}\\[)`,
    patterns: include("comment", ...entries, ...strayLines),
  };
}

/** The last rules of every section, and of what stands before the first one. */
export const strayLines = ["lone-backslash", "unknown-entry", "missing-key", "missing-equals"];

/** Themes that know nothing of sections mostly colour tags. */
function sectionScope(kind: string): string {
  return kind === ".unknown"
    ? scope("entity.name.section.unknown", "entity.name.label")
    : scope(`entity.name.section${kind}`, "entity.name.tag");
}

interface EntryGroup {
  readonly sections: readonly SectionName[];
  readonly rows: Directive[];
}

/** Directives by the sections that have them with the same kind of value. */
function entryGroups(): ReadonlyMap<string, EntryGroup> {
  const sectionsOf = new Map<string, SectionName[]>();
  for (const { section, name, kind } of table.directives) push(sectionsOf, `${name} ${kind}`, section);
  const groups = new Map<string, EntryGroup>();
  for (const row of table.directives) {
    const sections = sectionsOf.get(`${row.name} ${row.kind}`) ?? [];
    const id = `entries-${sections.join("-").toLowerCase()}`;
    if (!groups.has(id)) groups.set(id, { sections, rows: [] });
    if (row.section === sections[0]) groups.get(id)?.rows.push(row);
  }
  return groups;
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** One rule for all entries whose values look alike. */
function entriesOf(rows: readonly Directive[], lookOf: (kind: string) => Look): GrammarRule[] {
  const byLook = new Map<string, Directive[]>();
  for (const row of rows) push(byLook, lookOf(row.kind).name, row);
  return [...byLook.values()].map(alike => {
    const { name, text } = lookOf(alike[0]?.kind ?? "");
    const current = alike.filter(row => !isOld(row)).map(row => row.name);
    const old = alike.filter(isOld).map(row => row.name);
    const groups = [current, old].filter(names => names.length > 0).map(names => `(${anyOf(names)})`);
    const scopes = [
      ...(current.length > 0 ? [keyScopes.known] : []),
      ...(old.length > 0 ? [keyScopes.deprecated] : []),
    ];
    return entry(groups.length > 1 ? `(?:${groups.join("|")})` : groups.join(""), scopes, include(name), text);
  });
}

/** Whether the newest systemd has another name for it, ignores it, or does not know it any more. */
function isOld(row: Directive): boolean {
  const { section, name, replacedBy } = row;
  if (isRemoved(row, newestVersion) || newest.directive(section, name) === undefined) return true;
  return replacedBy !== undefined && replacedBy.to?.name !== name;
}

const newest = catalogAt(newestVersion);
