/** What must have a text: all that completion can offer. */
import data from "../../data/directives.json" with { type: "json" };
import enums from "../../data/enums.json" with { type: "json" };
import { catalogAt, newestVersion } from "../../src/catalog/catalog.ts";
import type { Directive, UnitType } from "../../src/catalog/directive.ts";
import { unitTypes } from "../../src/catalog/unit-types.ts";
import { valueKind } from "../../src/values/index.ts";

/** All directives of all releases. */
export const directives = data.directives as readonly Directive[];

/** The names of all of them. */
export const directiveNames: ReadonlySet<string> = new Set(directives.map(({ name }) => name));

/** Whether a directive is only an old name, or was removed. */
export function isOld(name: string): boolean {
  return directives
    .filter(one => one.name === name)
    .every(({ replacedBy, until, removed, section }) => {
      const selfReplaced = replacedBy?.to?.name === name && replacedBy.to.section !== section;
      return (replacedBy !== undefined && !selfReplaced) || until !== undefined || removed !== undefined;
    });
}

const booleans = new Set(["yes", "no", "true", "false", "on", "off"]);

/** Kinds whose words have files of their own. */
const ofWords = new Set(
  `capability-set syscall-filter syscall-list address-family-list namespace-flags delegate-namespaces signal condition-capability
  syscall-architecture-list personality condition-architecture`.split(/\s+/),
);

/** More words than this are no choice that one explains. */
const MOST_VALUES = 60;

/** The values of a directive that have names, booleans left out. */
export function valuesToExplain(name: string): readonly string[] {
  const found = new Set<string>();
  for (const { section, kind, name: own } of directives) {
    if (own !== name || ofWords.has(kind)) continue;
    const type = typeOf(section);
    const words = valueKind(kind)?.words?.({ version: newestVersion, manager: "system", section, name, type }) ?? [];
    if (words.length <= MOST_VALUES) for (const word of words) if (!booleans.has(word)) found.add(word);
  }
  return [...found];
}

function typeOf(section: string): UnitType {
  return unitTypes.find(type => type === section.toLowerCase()) ?? "service";
}

/** The words of `server/data/enums.json` in a list, of all releases. */
export function enumWords(
  list: "capabilities" | "namespaces" | "addressFamilies" | "systemCallGroups",
): readonly string[] {
  const entries: readonly (string | { readonly name: string })[] = enums[list];
  return entries.map(entry => (typeof entry === "string" ? entry : entry.name));
}

/** The sections of units, without vendors' own. */
export function sectionNames(): readonly string[] {
  const catalog = catalogAt(newestVersion);
  return [...new Set(unitTypes.flatMap(type => catalog.sectionsOf(type)))];
}
