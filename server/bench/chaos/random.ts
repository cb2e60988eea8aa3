/** Chance that can be repeated. */

/** Numbers from a seed. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number below another. */
  below(count: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Whether something happens that does so often, from 0 to 1. */
  is(share: number): boolean;
}

/** The same numbers for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    pick(items) {
      if (items.length === 0) throw new RangeError("nothing to choose from");
      return items[below(items.length)] as (typeof items)[number];
    },
    is: share => next() < share,
  };
}
