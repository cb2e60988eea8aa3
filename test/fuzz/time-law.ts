/** The laws of time: 64 KiB of anything take no longer than a target's limit, and twice as much takes about twice as long. */
import type { Random } from "../../server/scripts/oracle/random.ts";
import type { Input, Target } from "./target.ts";

/** How long the texts are that the limit is about, in UTF-16 code units. */
export const LONG = 64 * 1024;

/** The input with a piece of one of its texts over and over, so that this text has the length. */
export function grown(input: Input, piece: Piece, length: number): Input {
  const text = input[piece.name] ?? "";
  const pattern = text.slice(piece.start, piece.end) || "a";
  const room = Math.max(0, length - text.length);
  const more = pattern.repeat(Math.ceil(room / pattern.length)).slice(0, room);
  return { ...input, [piece.name]: text.slice(0, piece.start) + more + text.slice(piece.start) };
}

/** A stretch of one of the texts of an input. */
export interface Piece {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a few characters or lines. */
export function drawPiece(input: Input, { fixed = [] }: Target, random: Random): Piece {
  const name = random.pick(Object.keys(input).filter(name => !fixed.includes(name)));
  const { length } = input[name] ?? "";
  const start = random.below(length + 1);
  return { name, start, end: Math.min(length, start + 1 + random.below(random.chance(0.5) ? 4 : 60)) };
}

/** Milliseconds of processor time that the product takes for an input: the least of some tries, the last of them under the limit. */
export function timeOf(target: Target, input: Input, { tries = 3, enough = 0 } = {}): number {
  let least = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0 && least > enough; left--) {
    const { user, system } = process.cpuUsage();
    target.work(input);
    const used = process.cpuUsage({ user, system });
    least = Math.min(least, (used.user + used.system) / 1000);
  }
  return least;
}

/** What is wrong with the time that a long input takes; undefined where nothing is. */
export function timeProblem(target: Target, input: Input, piece: Piece): string | undefined {
  const { limit } = target;
  const long = grown(input, piece, LONG);
  const time = timeOf(target, long, { tries: 4, enough: limit ?? 200 });
  if (limit !== undefined) return time > limit ? `64 KiB take ${time.toFixed(0)} ms` : undefined;
  if (time < 200) return undefined;
  const half = timeOf(target, grown(input, piece, LONG / 2), { tries: 3 });
  return time > 3 * half ? `64 KiB take ${time.toFixed(0)} ms, half of it ${half.toFixed(0)} ms` : undefined;
}
