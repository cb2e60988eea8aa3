/** The engine that asks a real systemd-analyze: files with many mutations each, then units full of mutated values, as `npm run oracle:compare` judges them. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../../server/scripts/oracle/compare.ts", import.meta.url));

/** So many values share a unit, on average. */
const VALUES_IN_UNIT = 30;

/** What was asked for on the command line. */
export interface DifferentialOptions {
  readonly runs?: string | undefined;
  readonly seed: string;
  readonly analyze: string;
  readonly systemd?: string | undefined;
}

/** Compares; the exit status. `runs` counts cases: a file with up to 20 mutations, or a unit of some 30 values. */
export function runDifferential({ runs = "1000", seed, analyze, systemd }: DifferentialOptions): number {
  if (systemd === undefined) {
    console.error("fuzz: say which release --analyze runs: --systemd 262");
    return 2;
  }
  const half = Math.ceil(Number(runs) / 2);
  const statuses = [
    ["--mutants", String(half)],
    ["--values", "--mutants", String(half * VALUES_IN_UNIT)],
  ].map(words => {
    const common = ["--analyze", analyze, "--systemd", systemd, "--seed", seed];
    const command = ["--import", "tsx", script, ...common, ...words];
    return spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 2;
  });
  return Math.max(...statuses);
}
