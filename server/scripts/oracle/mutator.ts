/** Makes damaged unit files and drop-ins, the same ones for the same seed. */
import type { UnitType } from "../../src/catalog/directive.ts";
import { templatedTypes } from "../../src/catalog/unit-types.ts";
import { type Draft, render, toDraft } from "./draft.ts";
import { blankMutations, characterMutations, markMutations } from "./mutate-characters.ts";
import { fatalHeaderMutations, headerMutations } from "./mutate-headers.ts";
import { entryMutations, keyMutations } from "./mutate-keys.ts";
import { continuationMutations, lineEndMutations, overlongMutations, shapeMutations } from "./mutate-lines.ts";
import type { Mutation } from "./mutation.ts";
import { Random, seedOf } from "./random.ts";
import type { Seed } from "./seeds.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Every kind of mutation there is. */
export const mutations: readonly Mutation[] = [
  ...lineEndMutations,
  ...continuationMutations,
  ...shapeMutations,
  ...overlongMutations,
  ...markMutations,
  ...characterMutations,
  ...blankMutations,
  ...headerMutations,
  ...fatalHeaderMutations,
  ...keyMutations,
  ...entryMutations,
];

/** One damaged file. */
export interface Mutant {
  /** Its place in the sequence of its seed. */
  readonly index: number;
  readonly type: UnitType;
  readonly role: "fragment" | "template" | "drop-in";
  readonly bytes: Uint8Array;
  /** The kinds of the mutations, in the order in which they were made. */
  readonly mutations: readonly string[];
}

/** What mutants are made from. */
export interface MutatorInput {
  readonly seed: number;
  readonly seeds: readonly Seed[];
  readonly words: Vocabulary;
  /** Only kinds of mutation that start with this. */
  readonly only?: string;
}

const MUTATIONS_MAX = 20;

/** The mutant at a place of the sequence; each is made alone, so any of them can be made again. */
export function mutantAt(index: number, { seed, seeds, words, only = "" }: MutatorInput): Mutant {
  const random = new Random(seedOf(seed, index));
  const types = [...new Set(seeds.map(({ type }) => type))].sort();
  const type = random.chance(0.3) ? random.pick(types) : random.pick(seeds).type;
  const draft = toDraft(type, random.pick(seeds.filter(one => one.type === type)).text);
  const wanted = 1 + Math.min(random.below(MUTATIONS_MAX), random.below(MUTATIONS_MAX));
  const kinds = mutations.filter(({ kind }) => kind.startsWith(only));
  const made: string[] = [];
  for (let attempt = 0; made.length < wanted && attempt < 3 * MUTATIONS_MAX; attempt++) {
    const mutation = pickByWeight(kinds, random);
    if (mutate(draft, mutation, random, words)) made.push(mutation.kind);
  }
  const role = random.chance(0.15)
    ? "drop-in"
    : templatedTypes.has(type) && random.chance(0.1)
      ? "template"
      : "fragment";
  return { index, type, role, bytes: Buffer.from(render(draft), "latin1"), mutations: made };
}

/** Applies a mutation; false where it left the text as it was. */
export function mutate(draft: Draft, mutation: Mutation, random: Random, words: Vocabulary): boolean {
  if (draft.lines.length === 0) return false;
  const before = render(draft);
  mutation.apply(draft, random, words);
  return render(draft) !== before;
}

function pickByWeight(kinds: readonly Mutation[], random: Random): Mutation {
  const totalWeight = kinds.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let left = random.fraction() * totalWeight;
  for (const mutation of kinds) {
    left -= mutation.weight ?? 1;
    if (left < 0) return mutation;
  }
  return random.pick(kinds);
}
