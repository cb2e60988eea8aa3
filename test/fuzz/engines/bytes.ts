/** The engine that follows coverage: Jazzer.js with libFuzzer inside, over a bundle of one target. It is optional: only this engine loads it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { Random, seedOf } from "../../../server/scripts/oracle/random.ts";
import { encodeUtf8 } from "../../../server/src/text/utf8.ts";
import type { Find } from "../finds.ts";
import { shrink } from "../shrink.ts";
import type { Target } from "../target.ts";
import type { Outcome, Plan } from "./outcome.ts";
import { brokenBy } from "./structured.ts";

/** Bytes; grammars and lines are short, and what only length does the structured engine looks after. */
const MOST_BYTES = 512;
/** Texts of the structured engine to start from. */
const SEEDS = 200;

/** Runs a target until its first find; undefined where there is no Jazzer.js, which is told. */
export function runBytes(target: Target, plan: Plan, node: string): Outcome | undefined {
  const jazzer = commandOfJazzer(node);
  if (typeof jazzer === "string") {
    console.error(`fuzz: the engine bytes is left out, as Jazzer.js does not run here: ${jazzer}`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "unitlint-fuzz-"));
  try {
    return runIn(folder, jazzer, target, plan);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runIn(folder: string, jazzer: readonly string[], target: Target, plan: Plan): Outcome {
  const start = performance.now();
  const bundle = bundleOf(target, folder);
  const [corpus, crashes] = ["corpus", "crashes"].map(name => join(folder, name)) as [string, string];
  for (const path of [corpus, crashes]) mkdirSync(path);
  writeSeeds(target, plan.seed, corpus);
  const limits = [
    ...(Number.isFinite(plan.runs) ? [`-runs=${plan.runs}`] : []),
    ...(Number.isFinite(plan.seconds) ? [`-max_total_time=${plan.seconds}`] : []),
  ];
  const engine = [`-seed=${plan.seed}`, `-max_len=${MOST_BYTES}`, `-artifact_prefix=${crashes}/`, ...limits];
  const words = [
    ...jazzer.slice(1),
    bundle,
    corpus,
    "--sync",
    "-i",
    "target.cjs",
    "--disableBugDetectors",
    "path-traversal",
    "--",
    ...engine,
  ];
  const { stderr, stdout } = spawnSync(jazzer[0] ?? "", words, { encoding: "utf8", maxBuffer: 2 ** 30 });
  const said = stdout + stderr;
  const finds = readdirSync(crashes).flatMap(name => findOf(target, readFileSync(join(crashes, name))));
  for (const find of finds) plan.found(find);
  const inputs = Number(/(?:Done|stat::number_of_executed_units:) (\d+)/.exec(said)?.[1] ?? lastCount(said));
  if (inputs === 0) throw new Error(`Jazzer.js did not run: ${said.slice(-2000)}`);
  return { target: target.name, inputs, seconds: (performance.now() - start) / 1000, slowest: Number.NaN, finds };
}

/** The command, where it is installed and its binary loads; else what is wrong, as a line. */
function commandOfJazzer(node: string): readonly string[] | string {
  try {
    const core = dirname(createRequire(import.meta.url).resolve("@jazzer.js/core/package.json"));
    const tried = spawnSync(node, ["-e", 'require("@jazzer.js/fuzzer")'], { cwd: core, encoding: "utf8" });
    if (tried.status === 0) return [node, join(core, "dist", "cli.js")];
    return /^Error: (.*)$/m.exec(tried.stderr)?.[1] ?? String(tried.error ?? "its binary cannot be loaded");
  } catch {
    return "@jazzer.js/core is not installed";
  }
}

/** Jazzer.js instruments what is required: one CommonJS file holds the target and all of the product that it calls. */
function bundleOf({ name }: Target, folder: string): string {
  const outfile = join(folder, "target.cjs");
  const contents = `import { ${name} } from "./${name}.ts"; export const fuzz = bytes => ${name}.check(${name}.fromBytes(bytes));`;
  const data = new URL("../../../server/scripts/oracle/vocabulary.ts", import.meta.url);
  buildSync({
    stdin: { contents, resolveDir: fileURLToPath(new URL("../targets", import.meta.url)) },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    define: { "import.meta.url": JSON.stringify(data.href) },
  });
  return outfile;
}

function writeSeeds(target: Target, seed: number, corpus: string): void {
  for (let index = 0; index < SEEDS; index++) {
    const text = Object.values(target.draw(new Random(seedOf(seed, index)))).at(-1) ?? "";
    writeFileSync(join(corpus, String(index)), encodeUtf8(text).slice(0, MOST_BYTES));
  }
}

function findOf(target: Target, bytes: Uint8Array): Find[] {
  const judge = (input: Find["input"]) => brokenBy(target, input);
  const input = target.fromBytes(bytes);
  const broken = judge(input);
  if (broken === undefined) return [];
  return [{ target: target.name, broken, input: shrink(input, target, judge) }];
}

/** Of the last line of progress, as after a find there is no summary. */
function lastCount(said: string): number {
  return Number([...said.matchAll(/^#(\d+)/gm)].at(-1)?.[1] ?? 0);
}
