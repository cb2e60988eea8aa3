/** The engine that draws inputs from a seed: the same seed gives the same inputs, of which each can be drawn alone. */
import { Random, seedOf } from "../../../server/scripts/oracle/random.ts";
import type { Find } from "../finds.ts";
import { shrink } from "../shrink.ts";
import type { Input, Target } from "../target.ts";
import { drawPiece, grown, LONG, type Piece, timeOf, timeProblem } from "../time-law.ts";
import type { Outcome, Plan } from "./outcome.ts";

/** Runs a target. */
export function runStructured(target: Target, plan: Plan): Outcome {
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const finds = newFinds(target, plan);
  let [slowest, longs, slowestLong, index] = [0, 0, 0, 0];
  for (; index < plan.runs && finds.all.size < plan.mostFinds; index++) {
    if (index % 64 === 0) {
      if (elapsed() > plan.seconds) break;
      plan.progress(index, finds.all.size);
    }
    const random = new Random(seedOf(plan.seed, plan.first + index));
    const input = target.draw(random);
    const before = performance.now();
    const broken = brokenBy(target, input);
    slowest = Math.max(slowest, performance.now() - before);
    if (broken !== undefined) finds.broken(input, broken);
    if (plan.longEvery === 0 || index % plan.longEvery !== 0) continue;
    longs++;
    slowestLong = Math.max(slowestLong, tryLong(target, input, random, finds));
  }
  const long = longs > 0 ? { long: { inputs: longs, slowest: slowestLong } } : {};
  return { target: target.name, inputs: index, seconds: elapsed(), slowest, ...long, finds: [...finds.all.values()] };
}

/** The finds of a run: one for each way in which something breaks, as small as can be. */
interface Finds {
  readonly all: ReadonlyMap<string, Find>;
  broken(input: Input, broken: string): void;
  /** Of one that is broken only as long as it is. */
  slow(input: Input, piece: Piece, broken: string): void;
}

function newFinds({ name: target, ...rest }: Target, { found }: Plan): Finds {
  const all = new Map<string, Find>();
  const add = (key: string, find: () => Find) => {
    if (all.has(key)) return;
    const one = find();
    all.set(key, one);
    found(one);
  };
  const judge = (candidate: Input) => brokenBy({ name: target, ...rest }, candidate);
  return {
    all,
    broken: (input, broken) =>
      add(broken, () => ({ target, broken, input: shrink(input, { name: target, ...rest }, judge) })),
    slow: (input, piece, broken) =>
      add(`slow ${Object.values(input)[0]}`, () => ({ target, broken, input, grow: piece })),
  };
}

/** What a find still breaks, if anything. */
export function brokenAgain(target: Target, { input, grow }: Find): string | undefined {
  if (grow === undefined) return brokenBy(target, input);
  return brokenBy(target, grown(input, grow, LONG / 16)) ?? timeProblem(target, input, grow);
}

/** What an input breaks, in a line that is the same for the same mistake; undefined where all is well. */
export function brokenBy(target: Target, input: Input): string | undefined {
  try {
    target.check(input);
    return undefined;
  } catch (error) {
    const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const place = /\n {4}at (.*?) \(?(?:file:\/\/)?.*?((?:server|test)\/[^:)]*)/.exec(stack);
    const line = message.split("\n").find(line => line.trim() !== "") ?? "";
    const about = (target.fixed ?? []).map(name => `${input[name]} `).filter(word => !/^\d/.test(word));
    const plain = line.replaceAll(/\d+/g, "N").slice(0, 120);
    const where = place === null || name === "BrokenLaw" ? "" : ` (${place[1]} in ${place[2]})`;
    return `${about.join("")}${name}: ${plain}${where}`;
  }
}

/** Makes an input long; the milliseconds that it took. */
function tryLong(target: Target, input: Input, random: Random, finds: Finds): number {
  const piece = drawPiece(input, target, random);
  const long = grown(input, piece, LONG);
  try {
    const enough = target.limit ?? 200;
    const time = timeOf(target, long, { tries: 4, enough });
    const broken = time > enough ? timeProblem(target, input, piece) : undefined;
    if (broken !== undefined) finds.slow(input, piece, broken);
    return time;
  } catch (error) {
    finds.slow(input, piece, `at 64 KiB: ${error instanceof Error ? error.message : error}`);
    return 0;
  }
}
