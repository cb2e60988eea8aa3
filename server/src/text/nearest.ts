/** Finding the name that somebody meant. */

/**
 * The candidate closest to `word` by letters changed, dropped, added or swapped (case costs little), or undefined
 * where none is close: at most one slip for three letters.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestCost = allowance(word.length) + 0.5;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestCost) continue;
    const cost = distance(lower, candidate.toLowerCase()) + (sharesCase(word, candidate) ? 0 : 0.25);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

function allowance(length: number): number {
  return length <= 3 ? 1 : Math.min(4, Math.floor(length / 3));
}

function sharesCase(word: string, candidate: string): boolean {
  return word.charAt(0) === candidate.charAt(0);
}

/** Damerau–Levenshtein distance with adjacent swaps (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
