/** What an engine tells of a run. */
import type { Find } from "../finds.ts";

/** One run of one target. */
export interface Outcome {
  readonly target: string;
  readonly inputs: number;
  readonly seconds: number;
  /** Milliseconds of the slowest input, and how long that was; of long inputs apart, where they were timed. */
  readonly slowest: number;
  /** How many long inputs were timed, and the milliseconds of the slowest. */
  readonly long?: { readonly inputs: number; readonly slowest: number };
  readonly finds: readonly Find[];
}

/** What is to be done. */
export interface Plan {
  readonly seed: number;
  /** How many inputs; infinite where only time ends the run. */
  readonly runs: number;
  readonly seconds: number;
  /** Which inputs of how many: with 2 of 4, the second quarter, so that several processes share a seed. */
  readonly first: number;
  /** After so many finds a run ends: they are often the same one. */
  readonly mostFinds: number;
  /** One in so many inputs is also tried at 64 KiB; 0 for none. */
  readonly longEvery: number;
  /** Called now and then. */
  readonly progress: (inputs: number, finds: number) => void;
}
