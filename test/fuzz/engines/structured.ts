/** The engine that draws inputs from a seed: the same seed gives the same inputs, of which each can be drawn alone. */
import { Random, seedOf } from "../../../server/scripts/oracle/random.ts";
import type { Find } from "../finds.ts";
import { shrink } from "../shrink.ts";
import type { Input, Target } from "../target.ts";
import { drawPiece, grown, LONG, timeOf, timeProblem } from "../time-law.ts";
import type { Outcome, Plan } from "./outcome.ts";

/** Runs a target. */
export function runStructured(target: Target, plan: Plan): Outcome {
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const finds = new Map<string, Find>();
  let [slowest, longs, slowestLong, index] = [0, 0, 0, 0];
  for (; index < plan.runs && finds.size < plan.mostFinds; index++) {
    if (index % 256 === 0) {
      if (elapsed() > plan.seconds) break;
      plan.progress(index, finds.size);
    }
    const random = new Random(seedOf(plan.seed, plan.first + index));
    const input = target.draw(random);
    const before = performance.now();
    const broken = brokenBy(target, input);
    slowest = Math.max(slowest, performance.now() - before);
    if (broken !== undefined) note(finds, target, input, broken);
    if (plan.longEvery === 0 || index % plan.longEvery !== 0) continue;
    longs++;
    slowestLong = Math.max(slowestLong, tryLong(target, input, random, finds));
  }
  const long = longs > 0 ? { long: { inputs: longs, slowest: slowestLong } } : {};
  return { target: target.name, inputs: index, seconds: elapsed(), slowest, ...long, finds: [...finds.values()] };
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
    const about = (target.fixed ?? [])
      .map(name => `${input[name]} `)
      .filter(word => !/^\d/.test(word))
      .join("");
    const plain = line.replaceAll(/\d+/g, "N").slice(0, 120);
    return `${about}${name}: ${plain}${place === null || name === "BrokenLaw" ? "" : ` (${place[1]} in ${place[2]})`}`;
  }
}

/** One find for each way in which something breaks, as small as can be. */
function note(finds: Map<string, Find>, target: Target, input: Input, broken: string): void {
  if (finds.has(broken)) return;
  const small = shrink(input, target, candidate => brokenBy(target, candidate));
  finds.set(broken, { target: target.name, broken, input: small });
}

/** Makes an input long; the milliseconds that it took. */
function tryLong(target: Target, input: Input, random: Random, finds: Map<string, Find>): number {
  const piece = drawPiece(input, target, random);
  const long = grown(input, piece, LONG);
  try {
    const time = timeOf(target, long, { tries: 1 });
    const broken = time > (target.limit ?? 200) ? timeProblem(target, input, piece) : undefined;
    const text = long[piece.name] ?? "";
    const key = `slow ${Object.values(input)[0]}`;
    if (broken !== undefined && !finds.has(key)) {
      const kept = { ...long, [piece.name]: `${text.slice(0, 2000)}…` };
      finds.set(key, { target: target.name, broken: `${broken} (cut here at 2,000)`, input: kept });
    }
    return time;
  } catch (error) {
    const broken = `at 64 KiB: ${error instanceof Error ? error.message : error}`;
    if (!finds.has(broken)) finds.set(broken, { target: target.name, broken, input: long });
    return 0;
  }
}
