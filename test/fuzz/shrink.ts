/** Makes a find smaller: files, lines and characters are left out for as long as the same law stays broken. */
import type { Input, Target } from "./target.ts";

/** What an input breaks, or undefined where all is well. */
export type Judge = (input: Input) => string | undefined;

/** How often the judge may be asked. */
const PATIENCE = 3000;

/** The smallest input that was found to break what the first one does; `judge` tells what. */
export function shrink(input: Input, target: Target, judge: Judge): Input {
  const wanted = judge(input);
  let left = PATIENCE;
  const breaks = (candidate: Input) => left-- > 0 && judge(candidate) === wanted;
  let best = input;
  for (let before = ""; before !== JSON.stringify(best) && left > 0; ) {
    before = JSON.stringify(best);
    for (const name of Object.keys(best)) best = withoutName(best, name, target, breaks);
  }
  return best;
}

function withoutName(input: Input, name: string, { fixed = [] }: Target, breaks: (input: Input) => boolean): Input {
  if (fixed.includes(name)) return input;
  const { [name]: text = "", ...others } = input;
  if (Object.keys(others).length > fixed.length && breaks(others)) return others;
  return { ...input, [name]: shorter(text, candidate => breaks({ ...input, [name]: candidate })) };
}

/** Leaves out halves, quarters … down to single characters. */
function shorter(text: string, breaks: (text: string) => boolean): string {
  let best = text;
  for (let size = Math.max(1, text.length >> 1); size >= 1; size >>= 1) {
    for (let at = 0; at < best.length; ) {
      const candidate = best.slice(0, at) + best.slice(at + size);
      if (breaks(candidate)) best = candidate;
      else at += size;
    }
  }
  return best;
}
