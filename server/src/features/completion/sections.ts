/** Section headers: those of this type of unit, the ones that are not there yet first. */
import type { Candidate, Offer } from "./candidate.ts";
import type { NamePlace } from "./place.ts";

/** Headers for a line that begins with `[`, with its closing bracket where it has one. */
export function sectionHeaders(place: NamePlace): Offer | undefined {
  const end = /^\[[^\]]*\]?/.exec(place.text)?.[0].length ?? 0;
  const closed = place.text.charAt(end - 1) === "]";
  if (place.cursor === 0 || place.cursor > end || (closed && place.cursor === end)) return undefined;
  return { span: { start: 0, end }, ...sectionsFor(place, name => `[${name}]`) };
}

/** Headers for a line where a key may stand, too; found by their names without brackets. */
export function sectionsAmongKeys(place: NamePlace, end: number): Offer {
  return { span: { start: 0, end }, ...sectionsFor(place, name => name) };
}

function sectionsFor({ file, block }: NamePlace, filter: (name: string) => string): Omit<Offer, "span"> {
  const { unitFile, name: fileName } = file;
  const own = block?.header;
  const present = new Set(unitFile.blocks.filter(({ header }) => header !== own).map(({ section }) => section));
  const candidates = unitFile.catalog.sectionsOf(fileName.type).map(
    (name): Candidate => ({
      label: `[${name}]`,
      kind: "section",
      filter: filter(name),
      ...(present.has(name) && { detail: "already in this file" }),
      topic: { of: "section", name },
    }),
  );
  const groupOf = ({ detail }: Candidate) => (detail === undefined ? SECTIONS : SECTIONS + 1);
  return { candidates, groupOf };
}

/** Behind the keys. */
const SECTIONS = 10;
