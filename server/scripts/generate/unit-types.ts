/** Which sections a unit of each type has: the `.sections` of the vtables in `src/core/<type>.c`. */

import type { SectionName, UnitType } from "../../src/catalog/directive.ts";
import { GeneratorStop } from "./stop.ts";

/** The path of the file in a source tree that defines a unit type. */
export function unitTypePath(type: UnitType): string {
  return `src/core/${type}.c`;
}

/** The sections of one type, in systemd's order; a leading `-` marks one that is accepted and ignored. */
export function parseSections(type: UnitType, source: string): SectionName[] {
  const nulstr = /\.sections\s*=\s*((?:"[^"]*"\s*)+),/.exec(source)?.[1];
  const sections = Array.from(nulstr?.matchAll(/[^"\\\s]+(?=\\0)/g) ?? [], match => match[0]);
  if (sections.length === 0) throw new GeneratorStop(`${unitTypePath(type)} names no sections`);
  return sections;
}
