/** Finding the name that somebody meant. */

/**
 * The candidate closest to `word` by letters changed, dropped, added or swapped (case costs little), or undefined
 * where none is close: at most one slip for three letters. One of the same parts in another order comes first: `ExecPreStart`.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const parts = sortedParts(word);
  const letters = letterSet(lower);
  let best: string | undefined;
  let bestCost = allowance(word.length) + 0.5;
  for (const candidate of candidates) {
    if (parts !== undefined && candidate.length === word.length && sortedParts(candidate) === parts) return candidate;
    if (Math.abs(candidate.length - word.length) >= bestCost) continue;
    const folded = candidate.toLowerCase();
    if (missingLetters(letters, letterSet(folded)) >= bestCost) continue;
    const cost = distance(lower, folded, bestCost) + (word.charAt(0) === candidate.charAt(0) ? 0 : 0.25);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** `Exec Pre Start` in the order of the alphabet; undefined for a single part. */
function sortedParts(word: string): string | undefined {
  const parts = word.match(/[A-Z][a-z0-9]+/g) ?? [];
  return parts.length > 1 && parts.join("") === word ? parts.sort().join(" ") : undefined;
}

function allowance(length: number): number {
  return length <= 3 ? 1 : Math.min(4, Math.floor(length / 3));
}

/** A bit for each letter that occurs (others share bits): words that differ in many cannot be close. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

/** A lower bound of the distance: each slip adds or takes at most one letter of a set. */
function missingLetters(one: number, other: number): number {
  return Math.max(bitCount(one & ~other), bitCount(other & ~one));
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Damerau–Levenshtein distance with adjacent swaps (optimal string alignment); infinite once it cannot stay below `limit`. */
function distance(one: string, other: string, limit: number): number {
  const [a, b] = withoutCommonEnds(one, other);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least - 1 >= limit) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** What differs: names often share their suffix. */
function withoutCommonEnds(one: string, other: string): readonly [string, string] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)
  ) {
    tail++;
  }
  return [one.slice(start, one.length - tail), other.slice(start, other.length - tail)];
}
