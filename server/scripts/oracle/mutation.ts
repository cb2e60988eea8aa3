/** What a mutation is. */
import type { Draft } from "./draft.ts";
import type { Random } from "./random.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One way to damage (or merely to disguise) a unit file. */
export interface Mutation {
  /** Such as `header:unclosed`. */
  readonly kind: string;
  /** How often it is drawn beside the others; 1 by default. Those that end systemd's reading are rare, so that the rest of a file counts. */
  readonly weight?: number;
  /** Changes the draft in place; leaves it alone where it has nothing to work on. */
  readonly apply: (draft: Draft, random: Random, words: Vocabulary) => void;
}
