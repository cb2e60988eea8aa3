/** Which candidates fit what was typed, and in which order. */
import { nearest } from "../../text/nearest.ts";
import type { Candidate, Offer } from "./candidate.ts";

/** A candidate that fits. */
export interface Match {
  readonly candidate: Candidate;
  /** It is close to what was typed, which a client would not see by itself. */
  readonly corrects: boolean;
}

/** Those that fit, the best first. */
export interface Matches {
  readonly matches: readonly Match[];
  /** Whether any begins as typed, or holds it; else what leads are corrections. */
  readonly fits: boolean;
  /** Whether more fit, or others may when more is typed. */
  readonly incomplete: boolean;
}

/** More would only slow down the way to the client; people type on. All keys of a section fit in. */
const MOST_OFFERED = 400;
/** The same for lists that nobody reads to their ends: units, files. */
export const MOST_NAMES = 150;

/**
 * First what begins as typed, then what holds it, then what has its letters in their order. Where neither of the first two exists, the
 * names nearest to what was typed lead: it is a typo.
 */
export function matchesOf(
  { candidates, groupOf, most = MOST_OFFERED, incomplete = false }: Offer,
  typed: string,
): Matches {
  const buckets = new Map<number, Candidate[]>();
  const wanted = typed.toLowerCase();
  let fits = false;
  for (const candidate of candidates) {
    const rank = rankOf(candidate, wanted);
    if (rank === undefined || (candidate.onDemand === true && (wanted === "" || rank > 0))) continue;
    fits ||= rank < SCATTERED;
    const place = rank * MOST_GROUPS + (groupOf?.(candidate) ?? 0);
    const bucket = buckets.get(place);
    if (bucket === undefined) buckets.set(place, [candidate]);
    else bucket.push(candidate);
  }
  const close = fits ? [] : nearestOf(candidates, typed);
  const ordered = [...buckets].sort(([one], [other]) => one - other).flatMap(([, bucket]) => bucket);
  const rest = close.length === 0 ? ordered : ordered.filter(candidate => !close.includes(candidate));
  const matches = [
    ...close.map(candidate => ({ candidate, corrects: true })),
    ...rest.slice(0, most).map(candidate => ({ candidate, corrects: false })),
  ];
  return { matches, fits, incomplete: incomplete || close.length > 0 || rest.length > most };
}

/** What a candidate is found by. */
export function filterOf({ filter, label }: Candidate): string {
  return filter ?? label;
}

/** More groups than any source makes. */
const MOST_GROUPS = 16;

const SCATTERED = 2;

function rankOf(candidate: Candidate, wanted: string): number | undefined {
  if (wanted === "") return 0;
  const lower = candidate.folded ?? filterOf(candidate).toLowerCase();
  const at = lower.indexOf(wanted);
  if (at === 0) return 0;
  if (at > 0) return 1;
  let from = 0;
  for (const letter of wanted) {
    const found = lower.indexOf(letter, from);
    if (found < 0) return undefined;
    from = found + letter.length;
  }
  return SCATTERED;
}

/** Up to three names; one where there are many to compare. */
function nearestOf(candidates: Iterable<Candidate>, typed: string): Candidate[] {
  if (typed.length < 3 || typed.length > LONGEST_TYPO) return [];
  const left = new Map([...candidates].map(candidate => [filterOf(candidate), candidate]));
  const found: Candidate[] = [];
  const most = left.size > MANY ? 1 : 3;
  while (found.length < most) {
    const name = nearest(typed, left.keys());
    const candidate = name === undefined ? undefined : left.get(name);
    if (name === undefined || candidate === undefined) break;
    found.push(candidate);
    left.delete(name);
  }
  return found;
}

const LONGEST_TYPO = 100;
const MANY = 1000;
