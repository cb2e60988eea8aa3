/** `npm run fuzz`: tries the laws of the product on inputs drawn from a seed, on bytes that coverage leads to, or against a real systemd-analyze. */
import { parseArgs } from "node:util";
import { formatTable } from "../../server/scripts/oracle/table.ts";
import type { Outcome } from "./engines/outcome.ts";
import { brokenAgain, runStructured } from "./engines/structured.ts";
import { type Find, keep, readFind } from "./finds.ts";
import type { Target } from "./target.ts";
import { targets } from "./targets/index.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "structured" },
    runs: { type: "string" },
    seconds: { type: "string" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    "long-every": { type: "string", default: "1000" },
    finds: { type: "string", default: "20" },
    keep: { type: "string", default: "fuzz-finds" },
    replay: { type: "string", multiple: true, default: [] },
    analyze: { type: "string", default: "systemd-analyze verify --man=no" },
    systemd: { type: "string" },
    node: { type: "string", default: process.execPath },
    help: { type: "boolean", default: false },
  },
});

const help = `npm run fuzz -- [TARGET…] [OPTIONS]

Targets (all of them where none is named):
${targets.map(({ name, about }) => `  ${name.padEnd(13)}${about}`).join("\n")}

  --engine NAME    structured: inputs drawn from a seed, each as its target reads it (the default)
                   bytes: what coverage leads to, by Jazzer.js, where that is installed
                   differential: lines and values, compared with a real systemd-analyze
  --runs N         inputs of each target; 10,000 where neither this nor --seconds is given
  --seconds N      seconds for each target
  --seed N         of all inputs; the same seed draws the same ones everywhere (1)
  --first N        leave out so many inputs, to go on where another run ended
  --long-every N   also time one in N inputs at 64 KiB; 0 for none (1,000)
  --finds N        go on to the next target after so many finds (20)
  --keep FOLDER    where finds are written (fuzz-finds)
  --replay FILE    try a find again
  --analyze CMD, --systemd N
                   for the differential engine: the program and its release
  --node PROGRAM   for the engine bytes, where its binary wants a newer C library than this Node has

Exit status 1 where something was found. Finds that are mended belong into fixtures/fuzz, which every test run tries again.`;

const heading = ["target", "inputs", "seconds", "inputs/s", "slowest, ms", "at 64 KiB", "slowest, ms", "finds"];

/** When progress was shown last. */
let shown = 0;

process.exitCode = await main();

async function main(): Promise<number> {
  if (options.help) return tell(help);
  if (options.replay.length > 0) return options.replay.map(replay).some(Boolean) ? 1 : 0;
  if (options.engine === "differential") return (await import("./engines/differential.ts")).runDifferential(options);
  if (options.engine !== "structured" && options.engine !== "bytes")
    return refuse(`there is no engine ${options.engine}`);
  const unknown = positionals.find(name => targetNamed(name) === undefined);
  if (unknown !== undefined) return refuse(`there is no target ${unknown}; npm run fuzz -- --help lists them`);
  const outcomes: Outcome[] = [];
  for (const target of targets) {
    if (positionals.length > 0 && !positionals.includes(target.name)) continue;
    const outcome = await run(target);
    if (outcome === undefined) return 2;
    outcomes.push(outcome);
  }
  console.log(formatTable([heading, ...outcomes.map(row)]));
  return outcomes.some(({ finds }) => finds.length > 0) ? 1 : 0;
}

function tell(text: string): number {
  console.log(text);
  return 0;
}

function refuse(problem: string): number {
  console.error(`fuzz: ${problem}`);
  return 2;
}

function targetNamed(name: string): Target | undefined {
  return targets.find(target => target.name === name);
}

async function run(target: Target): Promise<Outcome | undefined> {
  const runs = Number(options.runs ?? (options.seconds === undefined ? 10_000 : Number.POSITIVE_INFINITY));
  const plan = {
    seed: Number(options.seed),
    runs,
    seconds: Number(options.seconds ?? Number.POSITIVE_INFINITY),
    first: Number(options.first),
    mostFinds: Number(options.finds),
    longEvery: Number(options["long-every"]),
    progress: (inputs: number, finds: number) => showProgress(target.name, inputs, finds),
    found: tellFind,
  };
  if (options.engine === "structured") return runStructured(target, plan);
  return (await import("./engines/bytes.ts")).runBytes(target, plan, options.node);
}

/** Each second on a terminal, each minute into a file. */
function showProgress(target: string, inputs: number, finds: number): void {
  const now = performance.now();
  if (now - shown < (process.stderr.isTTY ? 1000 : 60_000)) return;
  shown = now;
  const line = `${target}: ${inputs.toLocaleString("en")} inputs, ${finds} finds`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
}

function tellFind(find: Find): void {
  const path = keep(find, options.keep);
  console.error(`\n${find.target}: ${find.broken}\n  npm run fuzz -- --replay ${path}`);
}

/** Whether a find is still one. */
function replay(path: string): boolean {
  const find = readFind(path);
  const target = targetNamed(find.target);
  const broken = target === undefined ? `there is no target ${find.target}` : brokenAgain(target, find);
  console.log(`${path}: ${broken ?? "holds"}`);
  return broken !== undefined;
}

function row({ target, inputs, seconds, slowest, long, finds }: Outcome): string[] {
  const count = (number: number) => Math.round(number).toLocaleString("en");
  const rate = count(inputs / seconds);
  const longs = long === undefined ? ["-", "-"] : [count(long.inputs), count(long.slowest)];
  return [
    target,
    count(inputs),
    count(seconds),
    rate,
    Number.isNaN(slowest) ? "-" : slowest.toFixed(1),
    ...longs,
    String(finds.length),
  ];
}
