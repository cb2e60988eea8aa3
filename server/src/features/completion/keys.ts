/** Keys: those of this section and version that are not set yet; lists may be written again, old names come last. */
import { isRemoved } from "../../catalog/catalog.ts";
import type { Directive, SystemdVersion } from "../../catalog/directive.ts";
import type { Candidate, Offer } from "./candidate.ts";
import type { NamePlace } from "./place.ts";
import { sectionsAmongKeys } from "./sections.ts";

/** Keys, and the headers that may stand in their place; nothing where the line has more than one word before the cursor. */
export function keys(place: NamePlace): readonly Offer[] {
  const end = /^[^=\s]*/.exec(place.text)?.[0].length ?? 0;
  if (place.cursor > end) return [];
  const { block, entry } = place;
  const offers = entry === undefined ? [sectionsAmongKeys(place, end)] : [];
  if (block?.role !== "known") return offers;
  const taken = takenIn(place);
  const { catalog } = place.file.unitFile;
  const open = catalog
    .directivesIn(block.section)
    .filter(directive => !taken.has(directive.name) && !isRemoved(directive, catalog.version));
  const groups = new Map(open.map(directive => [directive.name, groupOf(directive, catalog.version)]));
  const candidates = open.map(directive => candidateFor(directive, entry !== undefined, catalog.version));
  return [{ span: { start: 0, end }, candidates, groupOf: ({ filter = "" }) => groups.get(filter) ?? 0 }, ...offers];
}

/** The names that another line of the section sets, and that a further line would only replace. */
function takenIn({ file, block, entry }: NamePlace): ReadonlySet<string> {
  const assignments = file.unitFile.blocks
    .filter(({ section, role }) => role === "known" && section === block?.section)
    .flatMap(({ assignments }) => assignments);
  return new Set(
    assignments.flatMap(({ entry: other, directive }) =>
      directive?.repeat === "last-wins" && other !== entry ? [directive.name] : [],
    ),
  );
}

/** The `=` is there already where the line has one. */
function candidateFor(directive: Directive, hasEquals: boolean, version: SystemdVersion): Candidate {
  const { section, name } = directive;
  return {
    label: `${name}=`,
    kind: "key",
    filter: name,
    ...(hasEquals && { text: name }),
    ...(isOld(directive, version) && { deprecated: true as const }),
    topic: { of: "key", name, section },
  };
}

/** What the type's own page tells first, then what other pages do; conditions, what no page tells, and old names. */
function groupOf(directive: Directive, version: SystemdVersion): number {
  if (isOld(directive, version)) return 4;
  if (directive.page === undefined) return 3;
  if (/^(?:Condition|Assert)/.test(directive.name)) return 2;
  const own = directive.page === `systemd.${directive.section.toLowerCase()}` || directive.section === "Install";
  return own ? 0 : 1;
}

/** Whether another directive took over by now. */
function isOld({ replacedBy }: Directive, version: SystemdVersion): boolean {
  return replacedBy !== undefined && replacedBy.since <= version;
}
