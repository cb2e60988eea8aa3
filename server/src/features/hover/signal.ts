/** Hover over a signal: its number, and what it does to a process that does not handle it. See signal(7). */
import { wordText } from "../../texts/texts.ts";
import { readSignal, signals } from "../../values/signals.ts";
import { plainly, say } from "./markup.ts";
import type { Describe } from "./piece.ts";
import { paragraphs } from "./told.ts";

/** Numbers are those of most architectures. */
export const describeSignal: Describe = ({ text, texts }) => {
  const name = readSignal(text);
  if (name === undefined) return [];
  const number = numberOf(name);
  if (number === undefined) return [say`${name}: a real-time signal; a process without a handler for it ends`];
  return [say`${name}: signal ${plainly(String(number))}`, ...paragraphs(wordText(texts, "signals", name))];
};

function numberOf(name: string): number | undefined {
  return signals.find(signal => signal.name === name)?.number;
}
