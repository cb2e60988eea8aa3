/** Hover over a signal: its number, and what it does to a process that does not handle it. See signal(7). */
import { readSignal, signals } from "../../values/signals.ts";
import { plainly, say } from "./markup.ts";
import type { Describe } from "./piece.ts";

/** Numbers are those of most architectures. */
export const describeSignal: Describe = ({ text }) => {
  const name = readSignal(text);
  if (name === undefined) return [];
  const number = numberOf(name);
  if (number === undefined) return [say`${name}: a real-time signal; a process without a handler for it ends`];
  return [say`${name}: signal ${plainly(String(number))}; ${plainly(actionOf(name))}`];
};

function numberOf(name: string): number | undefined {
  return signals.find(signal => signal.name === name)?.number;
}

function actionOf(name: string): string {
  if (name === "SIGKILL") return "ends a process at once, which cannot handle it";
  if (name === "SIGSTOP") return "stops a process, which cannot handle it";
  const word = name.slice("SIG".length);
  const action = actions.find(([names]) => names.split(" ").includes(word))?.[1];
  return action ?? "ends a process that does not handle it";
}

const actions: ReadonlyArray<readonly [names: string, action: string]> = [
  ["QUIT ILL ABRT FPE SEGV BUS SYS TRAP XCPU XFSZ", "ends a process that does not handle it, with a core dump"],
  ["CHLD URG WINCH", "is ignored by a process that does not handle it"],
  ["CONT", "lets a stopped process go on"],
  ["TSTP TTIN TTOU", "stops a process that does not handle it"],
];
