/** Makes values for directives: right ones, unusual ones, almost right ones and wrong ones. */
import type { Directive, KindId } from "../../src/catalog/directive.ts";
import { remember } from "../../src/catalog/lazy.ts";
import { keyAndValue } from "./draft.ts";
import type { Random } from "./random.ts";
import { samples } from "./samples.ts";
import type { Seed } from "./seeds.ts";
import { alongChain, pieceChain } from "./value-chain.ts";
import { type ValueMutation, type ValueSource, valueMutations } from "./value-mutations.ts";

/** A value with its story. */
export interface DrawnValue {
  readonly value: string;
  /** The kinds of the mutations, in the order in which they were made. */
  readonly mutations: readonly string[];
}

/** Values to start from, by kind. */
export type ValuePool = ReadonlyMap<KindId, readonly string[]>;

/** The samples together with the values that real units give to directives of the same kind. */
export function valuePool(
  seeds: readonly Seed[],
  kindOf: (section: string, name: string) => KindId | undefined,
): ValuePool {
  const pool = new Map([...samples].map(([kind, values]) => [kind, [...values]]));
  for (const { section, key, value } of seeds.flatMap(assignmentsIn)) {
    const values = pool.get(kindOf(section, key) ?? "");
    if (values?.includes(value) === false) values.push(value);
  }
  return pool;
}

/** Plain assignments of one line; a seed is a byte string. */
function assignmentsIn({ text }: Seed): { section: string; key: string; value: string }[] {
  let section = "";
  return Buffer.from(text, "latin1")
    .toString("utf8")
    .split("\n")
    .flatMap(line => {
      section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section;
      return /^[A-Z]\w*=.*[^\\]$/.test(line) ? [{ section, ...keyAndValue(line) }] : [];
    });
}

/** Draws a value for a directive: a third as it stands or made alike, the others with up to three mutations. */
export function drawValue({ kind }: Directive, pool: ValuePool, random: Random): DrawnValue {
  if (random.chance(0.02)) return { value: "", mutations: ["empty"] };
  const another = sourceOf(kind, pool, random);
  const [origin, first] = start(pool.get(kind) ?? [], another, random);
  const made = origin === "" ? [] : [origin];
  let value = first;
  for (let left = mutationCount(random); left > 0; left--) {
    const mutation = pickByWeight(random);
    value = mutation.apply(value, random, another);
    made.push(mutation.kind);
  }
  return { value: onOneLine(value), mutations: made };
}

function start(values: readonly string[], another: ValueSource, random: Random): [origin: string, value: string] {
  if (random.chance(0.04)) return ["foreign", another.any()];
  if (random.chance(0.3)) return ["alike", alongChain(chainOf(values), random)];
  return ["", another.own()];
}

const chainOf = remember(pieceChain);

function sourceOf(kind: KindId, pool: ValuePool, random: Random): ValueSource {
  const kinds = [...pool.keys()];
  const from = (one: KindId): string => random.pick(pool.get(one) ?? [""]);
  return { own: () => from(kind), any: () => from(random.pick(kinds)) };
}

function mutationCount(random: Random): number {
  return random.pick([0, 0, 0, 1, 1, 1, 1, 2, 2, 3]);
}

const totalWeight = valueMutations.reduce((sum, { weight = 1 }) => sum + weight, 0);

function pickByWeight(random: Random): ValueMutation {
  let left = random.fraction() * totalWeight;
  for (const mutation of valueMutations) {
    left -= mutation.weight ?? 1;
    if (left < 0) return mutation;
  }
  return random.pick(valueMutations);
}

/** Without what would join the value with the next line, or end it. */
function onOneLine(value: string): string {
  return value.replaceAll(/[\n\r\0]/g, " ").replace(/(?:\\[ \t]*)+$/, "");
}
