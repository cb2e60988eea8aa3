/** Measures child processes: wall time and peak memory. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One finished run. */
export interface Run {
  /** Wall time in milliseconds. */
  readonly time: number;
  /** Peak resident memory in MiB; undefined where the system does not tell. */
  readonly memory: number | undefined;
}

const GNU_TIME = "/usr/bin/time";
const hasGnuTime = spawnSync(GNU_TIME, ["-v", "true"], { stdio: "ignore" }).status === 0;

/** Runs a command with its output thrown away; an exit status other than 0 is no failure. */
export async function measure(command: readonly string[]): Promise<Run> {
  return hasGnuTime ? measureWithGnuTime(command) : measureByPolling(command);
}

/** Node reads a certificate bundle at start-up where this is set, which costs more than the linter does. */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}

function measureWithGnuTime(command: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-bench-"));
  const report = join(folder, "time");
  const started = performance.now();
  const { error } = spawnSync(GNU_TIME, ["-v", "-o", report, ...command], { stdio: "ignore", env: environment() });
  const time = performance.now() - started;
  if (error !== undefined) throw error;
  const kibibytes = /Maximum resident set size \(kbytes\): (\d+)/.exec(readFileSync(report, "utf8"))?.[1];
  rmSync(folder, { recursive: true });
  return { time, memory: kibibytes === undefined ? undefined : Number(kibibytes) / 1024 };
}

const POLL_EVERY = 5;

function measureByPolling([program = "", ...words]: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, words, { stdio: "ignore", env: environment() });
    let memory: number | undefined;
    const timer = setInterval(() => {
      memory = memoryOf(child.pid, "VmHWM") ?? memory;
    }, POLL_EVERY);
    child.on("error", reject);
    child.on("exit", () => {
      clearInterval(timer);
      resolve({ time: performance.now() - started, memory });
    });
  });
}

/** Memory of a process in MiB, now (`VmRSS`) or at its peak (`VmHWM`); undefined where the system does not tell, or it is over. */
export function memoryOf(pid: number | undefined, which: "VmRSS" | "VmHWM"): number | undefined {
  try {
    const kibibytes = new RegExp(`${which}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  } catch {
    return undefined;
  }
}

/** The middle of some runs, time and memory each for itself. */
export function medianRun(runs: readonly Run[]): Run {
  const memories = runs.flatMap(({ memory }) => memory ?? []);
  return { time: median(runs.map(({ time }) => time)), memory: memories.length === 0 ? undefined : median(memories) };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
