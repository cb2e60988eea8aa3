/**
 * `npm run bench`: unitlint beside `systemd-analyze verify` on this machine, one file to five thousand.
 * Ratios of one run on one machine are worth more than times; nothing here fails on a number.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatTable } from "../scripts/oracle/table.ts";
import { measureEdits } from "./edit.ts";
import { measureServer } from "./lsp.ts";
import { measure, medianRun, type Run } from "./measure.ts";
import { copies, ownUnits, stockUnits, type Workload, withDropIns } from "./workloads.ts";

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, runs: { type: "string", default: "7" } },
});

const unitlint = [process.execPath, fileURLToPath(new URL("../bin/unitlint.cjs", import.meta.url))];
const verify = ["systemd-analyze", "verify", "--man=no"];

/** From this many files on, verify takes many seconds: it is measured once, and not at all with --quick. */
const SLOW_FROM = 5000;

const systemd = releaseOf(verify);

if (!existsSync(new URL("../dist/cli.cjs", import.meta.url))) {
  console.error("unitlint is not built here; run npm run build first");
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-bench-"));
  try {
    await main(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(folder: string): Promise<void> {
  const stock = stockUnits();
  const units = stock.length > 0 ? stock : ownUnits(subfolder(folder, "own"));
  const empty = join(folder, "empty.cjs");
  writeFileSync(empty, "");
  const floors = [
    ["an empty node script", (await compared([process.execPath, empty], undefined)).ours],
    ["unitlint --version", (await compared([...unitlint, "--version"], undefined)).ours],
  ] as const;
  const rows: string[][] = [];
  for (const workload of workloads(units, stock.length > 0, folder)) rows.push(await row(workload));

  console.log(
    `unitlint beside ${verify.join(" ")}${systemd === undefined ? "" : ` ${systemd}`}, Node ${process.version}\n`,
  );
  const heading = ["files", "unitlint", "peak", "verify", "peak", "time ratio", "memory ratio"];
  const floorRows = floors.map(([name, run]) => [name, ...runCells(run)]);
  console.log(formatTable([heading, ...floorRows, ...rows]));
  console.log(`\nWall time: median of ${values.runs} interleaved runs. Ratio: verify's divided by unitlint's.`);
  for (const remark of remarks(stock.length)) console.log(remark);
  const { value, order } = measureEdits(5000);
  console.log(
    `\nOne file of 5,000 edited and judged again, in one process: ${value.toFixed(1)} ms for a value, ${order.toFixed(1)} ms for an order (medians).`,
  );
  console.log(`\n${await serverRemark(subfolder(folder, "server"))}`);
}

async function serverRemark(folder: string): Promise<string> {
  const { first, all, edit, edit95, memory } = await measureServer(folder, 5000);
  const resident = memory === undefined ? "" : `; ${memory.toFixed(0)} MB resident`;
  return `The language server among 5,000 units, over standard input and output: start to first diagnostics ${first.toFixed(0)} ms, all judged after ${all.toFixed(0)} ms, an edit ${edit.toFixed(1)} ms (95 of 100 under ${edit95.toFixed(1)} ms)${resident}.`;
}

function workloads(units: readonly string[], installed: boolean, folder: string): Workload[] {
  const one = units.find(unit => unit.endsWith(".service")) ?? "";
  return [
    { name: "1 file", files: [one] },
    { name: `${units.length} ${installed ? "stock units" : "units of our own"}`, files: units },
    { name: "5000 with 1000 drop-ins", files: [withDropIns(units, 5000, subfolder(folder, "drop-ins"))] },
    ...[1000, 5000].map(count => ({
      name: `${count} copies`,
      files: copies(units, count, subfolder(folder, String(count))),
    })),
  ];
}

/** The release of an installed systemd-analyze. */
function releaseOf([program = ""]: readonly string[]): string | undefined {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return /^systemd (\d+)/.exec(stdout ?? "")?.[1];
}

function subfolder(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

async function row({ name, files }: Workload): Promise<string[]> {
  const slow = files.length >= SLOW_FROM;
  const skipped = systemd === undefined || (slow && values.quick) || files[0]?.endsWith("drop-ins") === true;
  const { ours, theirs } = await compared(
    [...unitlint, ...files],
    skipped ? undefined : [...verify, ...files],
    slow ? 1 : undefined,
  );
  const cells = [name, ...runCells(ours)];
  if (theirs === undefined) return [...cells, "-", "-", "-", "-"];
  return [...cells, ...runCells(theirs), ratio(theirs.time, ours.time), ratio(theirs.memory, ours.memory)];
}

/** Measures two commands in turns, so that a busy moment of the machine strikes both. */
async function compared(
  ourCommand: readonly string[],
  theirCommand: readonly string[] | undefined,
  theirRuns = Number(values.runs),
): Promise<{ ours: Run; theirs: Run | undefined }> {
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    ours.push(await measure(ourCommand));
    if (theirCommand !== undefined && run < theirRuns) theirs.push(await measure(theirCommand));
  }
  return { ours: medianRun(ours), theirs: theirs.length > 0 ? medianRun(theirs) : undefined };
}

function runCells({ time, memory }: Run): string[] {
  return [`${time.toFixed(0)} ms`, memory === undefined ? "-" : `${memory.toFixed(0)} MiB`];
}

function ratio(theirs: number | undefined, ours: number | undefined): string {
  return theirs === undefined || ours === undefined ? "-" : (theirs / ours).toFixed(2);
}

function remarks(stockCount: number): string[] {
  if (systemd === undefined) return ["Skipped: all of verify, since systemd-analyze is not installed here."];
  const slow = values.quick
    ? `Skipped: verify on ${SLOW_FROM} files, since --quick was given; it takes 10 to 50 s.`
    : `verify on ${SLOW_FROM} files ran once, since it takes 10 to 50 s.`;
  return stockCount > 0 ? [slow] : [slow, "No stock units are installed here: units of our own stand in for them."];
}
