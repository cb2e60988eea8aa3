/** What changed between two lists of encoded tokens. */

/** Numbers to take away from `start` on, and what comes in their place. */
export interface TokenDelta {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: readonly number[];
}

/** The one edit that leads from a list to another; none where they are the same. */
export function tokenDelta(before: readonly number[], after: readonly number[]): readonly TokenDelta[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return [{ start, deleteCount: before.length - same - start, data: after.slice(start, after.length - same) }];
}
