/** What is wrong with pieces of a time span, and what was meant. */
import { nearest } from "../text/nearest.ts";
import { type Fault, faultAt } from "./fault.ts";
import { shown } from "./shown.ts";
import { confusedUnits, type TimeScale } from "./time-units.ts";

/** A word behind a number that is no unit. */
export function unknownUnit(word: string, start: number, scale: TimeScale): Fault {
  const span = { start, end: start + word.length };
  if (word === ",") return faultAt("A time span has no comma; write decimals with a point, as 1.5s", span, ".");
  if (word === ":") return faultAt("A time span has no colon; write hours and minutes as 1h 30min", span);
  if (word === "infinity") return faultAt("infinity must stand alone", span);
  const meant = nearestUnit(word, scale);
  const hint = meant === undefined ? `; allowed are ${scale.allowed}` : `; did you mean ${meant}?`;
  return faultAt(`Unknown unit of time ${shown(word)}${hint}`, span, meant);
}

/** A word where a number should stand; `alone` where it is the whole text. */
export function missingNumber(word: string, start: number, alone: boolean, scale: TimeScale): Fault {
  const span = { start, end: start + word.length };
  if (scale.units.has(word)) return faultAt(`A number is missing before ${word}`, span);
  if (word === "infinity") return faultAt("infinity must stand alone", span);
  const meant = alone && (endless.has(word.toLowerCase()) || nearest(word, ["infinity"]) !== undefined);
  const hint = meant ? "write infinity for no limit" : `write one such as ${scale.example}`;
  return faultAt(`${shown(word)} is no time span; ${hint}`, span, meant ? "infinity" : undefined);
}

/** Short units are near to each other, so only longer words are compared by their letters. */
function nearestUnit(word: string, { units }: TimeScale): string | undefined {
  const bare = word.trim();
  if (units.has(bare)) return bare;
  const lower = bare.toLowerCase();
  const confused = confusedUnits.get(lower);
  if (confused !== undefined) return confused;
  if (units.has(lower)) return lower;
  return bare.length < 4 ? undefined : nearest(bare, units.keys());
}

const endless: ReadonlySet<string> = new Set([
  "unlimited",
  "unlimit",
  "max",
  "maximum",
  "forever",
  "never",
  "inf",
  "infinite",
  "∞",
]);
