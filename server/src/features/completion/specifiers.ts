/** Specifiers behind `%`, as far as the value's grammar resolves them. */
import { type Specifier, specifiersAt } from "../../values/specifiers.ts";
import type { Candidate, Offer } from "./candidate.ts";
import type { ValuePlace } from "./place.ts";

/** The specifiers for a `%` at the cursor; undefined where none stands there, or where a percent sign is just that. */
export function specifiers(place: ValuePlace): Offer | undefined {
  const { text, cursor } = place;
  const start = startOf(text, cursor);
  if (start === undefined) return undefined;
  const set = setAt(place, start);
  if (set === undefined) return undefined;
  const known = [...specifiersAt(place.at.version, set).values()];
  const end = Math.max(cursor, start + 1);
  const groupOf = ({ label }: Candidate) => (ofName.has(label.charAt(1)) ? 0 : 1);
  return { span: { start, end }, candidates: [...known.map(candidateFor), percent], groupOf };
}

/** Where the `%` before the cursor stands; one letter may follow it. Pairs are percent signs. */
function startOf(text: string, cursor: number): number | undefined {
  const [written] = /%[A-Za-z0-9]?$/.exec(text.slice(Math.max(0, cursor - 2), cursor)) ?? [];
  if (written === undefined) return undefined;
  const start = cursor - written.length;
  let run = start;
  while (text.charAt(run - 1) === "%") run--;
  return (start - run) % 2 === 0 ? start : undefined;
}

const percent: Candidate = { label: "%%", kind: "specifier", detail: "a percent sign" };

/** Those that speak of the unit itself are what people mostly want. */
const ofName: ReadonlySet<string> = new Set([..."iInNpPjJf"]);

function candidateFor({ letter, meaning, deprecated }: Specifier): Candidate {
  const name = `%${letter}`;
  return {
    label: name,
    kind: "specifier",
    detail: meaning,
    ...(deprecated === true && { deprecated }),
    topic: { of: "specifier", name },
  };
}

/** Asks the grammar itself: it complains of a specifier that it does not know, and of nothing where it resolves none. */
function setAt(place: ValuePlace, start: number): "full" | "name" | undefined {
  if (!complains(place, start, UNKNOWN)) return undefined;
  return complains(place, start, NOT_IN_NAMES) ? "name" : "full";
}

/** No specifier has this letter. */
const UNKNOWN = "z";
/** The names of units have not this one. */
const NOT_IN_NAMES = "h";

/** Whether the value, with the quote closed that may be open, has a problem with a specifier of this letter. */
function complains({ kind, at, text, cursor }: ValuePlace, start: number, letter: string): boolean {
  const probe = `${text.slice(0, start)}%${letter}`;
  const rest = text.slice(cursor);
  return ["", '"', "'"].some(quote =>
    [`${probe}${rest}${quote}`, `${probe}${quote}`].some(value =>
      kind.parse(value, at).problems.some(({ replacement }) => replacement === `%%${letter}`),
    ),
  );
}
