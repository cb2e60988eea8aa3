/** What an engine tells of a run. */
import type { Find } from "../finds.ts";

/** One run of one target. */
export interface Outcome {
  readonly target: string;
  readonly inputs: number;
  readonly seconds: number;
  /** Milliseconds by the clock for the slowest input with all its laws. */
  readonly slowest: number;
  /** How many inputs of 64 KiB were timed, and the milliseconds of processor time of the slowest, the least of its tries. */
  readonly long?: { readonly inputs: number; readonly slowest: number };
  readonly finds: readonly Find[];
}

/** What is to be done. */
export interface Plan {
  readonly seed: number;
  /** How many inputs; infinite where only time ends the run. */
  readonly runs: number;
  readonly seconds: number;
  /** The place in the sequence of the seed at which to start. */
  readonly first: number;
  /** After so many finds a run ends: they are often the same one. */
  readonly mostFinds: number;
  /** One in so many inputs is also tried at 64 KiB; 0 for none. */
  readonly longEvery: number;
  /** Called now and then. */
  readonly progress: (inputs: number, finds: number) => void;
  /** Called for each find. */
  readonly found: (find: Find) => void;
}
