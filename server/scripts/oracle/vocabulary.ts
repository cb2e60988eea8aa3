/** The words that mutations draw on: sections by unit type, directives by section. */
import { readFileSync } from "node:fs";
import type { UnitType } from "../../src/catalog/directive.ts";

/** Sections and directives as `server/data/directives.json` lists them. */
export interface Vocabulary {
  readonly sectionsOf: ReadonlyMap<UnitType, readonly string[]>;
  readonly directivesOf: ReadonlyMap<string, readonly string[]>;
}

interface DirectiveTable {
  readonly sections: Readonly<Record<UnitType, readonly string[]>>;
  readonly directives: readonly { readonly section: string; readonly name: string }[];
}

/** Reads the directive table. */
export function readVocabulary(): Vocabulary {
  const url = new URL("../../data/directives.json", import.meta.url);
  const table = JSON.parse(readFileSync(url, "utf8")) as DirectiveTable;
  const directivesOf = new Map<string, string[]>();
  for (const { section, name } of table.directives) {
    const names = directivesOf.get(section) ?? [];
    names.push(name);
    directivesOf.set(section, names);
  }
  return { sectionsOf: new Map(Object.entries(table.sections) as [UnitType, string[]][]), directivesOf };
}

/** The sections of other unit types that a type does not know. */
export function foreignSections(words: Vocabulary, type: UnitType): string[] {
  const own = words.sectionsOf.get(type) ?? [];
  return [...words.directivesOf.keys()].filter(section => !own.includes(section));
}

/** Every directive of some sections. */
export function directivesIn(words: Vocabulary, sections: readonly string[]): string[] {
  return sections.flatMap(section => words.directivesOf.get(section) ?? []);
}
