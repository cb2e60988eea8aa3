/** Signals among exit statuses. */
import { valueKind } from "../../values/index.ts";
import type { Offer } from "./candidate.ts";
import type { ValuePlace } from "./place.ts";
import { offerWords } from "./words.ts";

/** Names of signals that end a process. */
export function signalNames(place: ValuePlace): Offer | undefined {
  return offerWords(place, valueKind("signal")?.words?.(place.at) ?? []);
}
