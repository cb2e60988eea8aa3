/** Signals and their names. systemd: signal_from_string(), src/basic/signal-util.c; the numbers are those of most architectures */
import { nearest } from "../text/nearest.ts";
import { type Fault, faultAt } from "./fault.ts";
import { INT_MAX, INT_MIN, readInteger } from "./integer.ts";
import { shown } from "./shown.ts";

/** A signal that may be named. */
export interface Signal {
  /** With `SIG`. */
  readonly name: string;
  readonly number: number;
}

/** Every signal with a name, but for those of real time. */
export const signals: readonly Signal[] = [
  "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU",
  "XFSZ VTALRM PROF WINCH IO PWR SYS",
]
  .join(" ")
  .split(" ")
  .map((name, i) => ({ name: `SIG${name}`, number: i + 1 }));

/** A signal's name for a name (`SIG` may be left out), a number or `RTMIN+n`; undefined where it is none. Case counts. */
export function readSignal(text: string): string | undefined {
  const number = readInteger(text, { least: INT_MIN, most: INT_MAX });
  if ("value" in number) return signalOf(Number(number.value));
  const name = text.startsWith("SIG") ? text : `SIG${text}`;
  if (byName.has(name)) return name;
  const [, anchor, offset] = /^SIGRT(MIN|MAX)([+-].*)?$/s.exec(name) ?? [];
  if (anchor === undefined || (offset !== undefined && !offset.startsWith(anchor === "MIN" ? "+" : "-")))
    return undefined;
  return realTime(anchor === "MIN" ? realTimeLeast : realTimeMost, offset ?? "0");
}

/** Why a text is no signal, and the one that was meant. */
export function signalFault(text: string): Fault {
  const span = { start: 0, end: text.length };
  if (text === "") return faultAt("A signal must not be empty; write a name such as SIGTERM", span);
  const upper = text.toUpperCase();
  const name = upper.startsWith("SIG") ? upper : `SIG${upper}`;
  const meant = readSignal(name) === undefined ? (otherNames[name] ?? nearest(name, byName.keys())) : name;
  const hint = meant === undefined ? "write a name such as SIGTERM, or a number from 1 to 64" : `write ${meant}`;
  return faultAt(`${shown(text)} is no signal; ${hint}`, span, meant);
}

const byName: ReadonlyMap<string, Signal> = new Map(signals.map(signal => [signal.name, signal]));

const realTimeLeast = 34;
const realTimeMost = 64;

/** Names that other programs know. */
const otherNames: Readonly<Record<string, string>> = {
  SIGCLD: "SIGCHLD",
  SIGIOT: "SIGABRT",
  SIGPOLL: "SIGIO",
  SIGUNUSED: "SIGSYS",
};

function signalOf(number: number): string | undefined {
  if (number < 1 || number > realTimeMost) return undefined;
  const named = signals[number - 1]?.name;
  return named ?? (number < realTimeLeast ? String(number) : `SIGRTMIN+${number - realTimeLeast}`);
}

function realTime(anchor: number, offset: string): string | undefined {
  const most = BigInt(realTimeMost - realTimeLeast);
  const outcome = readInteger(offset, { least: -most, most });
  if ("fault" in outcome) return undefined;
  const number = anchor + Number(outcome.value);
  return number < realTimeLeast || number > realTimeMost ? undefined : signalOf(number);
}
