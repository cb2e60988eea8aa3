/** Old and new names of one setting, side by side in a unit that serves old and new versions of systemd. */

import { everKnown } from "../catalog/catalog.ts";
import type { Directive } from "../catalog/directive.ts";
import { predecessors } from "../catalog/succession.ts";
import type { Assignment } from "./assignment.ts";
import { derive } from "./derived.ts";
import type { UnitFile } from "./unit-file.ts";

/** Whether the file also sets, in a way that its version of systemd honours, what replaced this directive or what it replaced. */
export function hasPartner({ section, entry }: Assignment, file: UnitFile): boolean {
  const row = everKnown(section, entry.key.text);
  if (row === undefined) return false;
  const partners = [...(row.replacedBy?.to === undefined ? [] : [row.replacedBy.to]), ...predecessors(row)];
  return partners.some(partner => isSet(partner, file));
}

function isSet({ section, name }: Pick<Directive, "section" | "name">, file: UnitFile): boolean {
  return derive(file, "directives", () => directivesIn(file)).has(`${section}.${name}`);
}

function directivesIn({ blocks }: UnitFile): ReadonlySet<string> {
  const all = blocks.flatMap(({ assignments }) => assignments);
  return new Set(all.map(({ section, directive }) => `${section}.${directive?.name}`));
}
