/** What a target of fuzzing is: a way to make inputs, the work that the product does with one, and the laws that hold for it. */
import type { Random } from "../../server/scripts/oracle/random.ts";

/** Texts by what they are: the paths of unit files, or names such as `value`. Plain, so that a find can be kept as JSON. */
export type Input = Readonly<Record<string, string>>;

/** One part of the product. */
export interface Target {
  readonly name: string;
  /** What is fuzzed, for the list of targets. */
  readonly about: string;
  /** Makes an input that looks like what the part reads; the same one for the same numbers. */
  readonly draw: (random: Random) => Input;
  /** Makes an input of bytes that mean nothing, for the engine that follows coverage. */
  readonly fromBytes: (bytes: Uint8Array) => Input;
  /** The names of texts that say what is read, not what stands in it: they are neither shrunk nor grown. */
  readonly fixed?: readonly string[];
  /** What the product does with an input; its time is what counts. */
  readonly work: (input: Input) => unknown;
  /** Throws where a law is broken, or where the product throws. */
  readonly check: (input: Input) => void;
  /** Milliseconds of processor time that 64 KiB may take; without a limit, only how the time grows is looked at. */
  readonly limit?: number;
}

/** The milliseconds of the law: 64 KiB of anything take no longer. */
export const TIME_LIMIT = 100;

/** Throws what is broken of a law. */
export function must(holds: boolean, law: string | (() => string)): asserts holds {
  if (!holds) throw new BrokenLaw(typeof law === "string" ? law : law());
}

/** A law that does not hold; anything else that is thrown is the product's. */
export class BrokenLaw extends Error {
  override readonly name = "BrokenLaw";
}
