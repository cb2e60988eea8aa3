/**
 * `npm run bench`: unitlint beside `systemd-analyze` and a program that only reads, on this machine, one file to five thousand.
 * Ratios of one run on one machine are worth more than times; nothing here fails on a number. Then the language server in a workspace
 * of 5,000 units (`--lsp`: only this; `--edits N`: so many edits to see whether its memory grows).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatTable } from "../scripts/oracle/table.ts";
import { measureEdits } from "./edit.ts";
import { measureLanguageServer } from "./lsp.ts";
import { measure, medianRun, type Run } from "./measure.ts";
import { copies, ownUnits, type Peer, services, stockUnits, type Workload, withDropIns } from "./workloads.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    runs: { type: "string", default: "7" },
    lsp: { type: "boolean", default: false },
    edits: { type: "string", default: "2000" },
  },
});

const unitlint = [process.execPath, fileURLToPath(new URL("../bin/unitlint.cjs", import.meta.url))];
const verify = ["systemd-analyze", "verify", "--man=no"];
const security = ["systemd-analyze", "security", "--offline=true", "--no-pager"];
const reader = [process.execPath, fileURLToPath(new URL("read-only.cjs", import.meta.url))];

/** From this many files on, verify takes many seconds: it is measured once, and not at all with --quick. */
const SLOW_FROM = 5000;

const byVerify: Peer = { name: "verify", command: verify };

const systemd = releaseOf(verify);

if (!existsSync(new URL("../dist/cli.cjs", import.meta.url))) {
  console.error("unitlint is not built here; run npm run build first");
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-bench-"));
  try {
    if (!values.lsp) await main(folder);
    const table = await measureLanguageServer(subfolder(folder, "workspace"), Number(values.edits));
    console.log(`\n${formatTable(table)}`);
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
  for (const workload of workloads(units, stock.length > 0, folder)) rows.push(...(await rowsOf(workload)));

  console.log(`unitlint beside systemd ${systemd ?? "(none)"}, Node ${process.version}\n`);
  const heading = ["files", "unitlint", "peak", "beside", "its time", "its peak", "unitlint takes", "budget"];
  const floorRows = floors.map(([name, run]) => [name, ...runCells(run)]);
  console.log(formatTable([heading, ...floorRows, ...rows]));
  console.log(`\nWall time: median of ${values.runs} interleaved runs.`);
  for (const remark of remarks(stock.length)) console.log(remark);
  const { value, order } = measureEdits(5000);
  console.log(
    `\nOne file of 5,000 edited and judged again, in one process: ${value.toFixed(1)} ms for a value, ${order.toFixed(1)} ms for an order (medians).`,
  );
}

/** What is measured, with the share of the other's time that it may take. */
function workloads(units: readonly string[], installed: boolean, folder: string): Workload[] {
  const one = units.find(unit => unit.endsWith(".service")) ?? "";
  const many = services(units, 5000, subfolder(folder, "many"));
  const dropIns = withDropIns(units, 5000, subfolder(folder, "drop-ins"));
  return [
    { name: "1 file", files: [one], peers: [{ ...byVerify, budget: 1.6 }] },
    { name: "the same for its own release", files: [one], words: ["--target", systemd ?? "262"], peers: [byVerify] },
    { name: "the same alone", files: copies([one], 1, subfolder(folder, "alone")), peers: [byVerify] },
    {
      name: `${units.length} ${installed ? "stock units" : "units of our own"}`,
      files: units,
      peers: [{ ...byVerify, budget: 0.8 }],
    },
    { name: "1000 copies", files: copies(units, 1000, subfolder(folder, "1000")), peers: [byVerify] },
    { name: "5000 copies", files: copies(units, SLOW_FROM, subfolder(folder, "5000")), peers: [byVerify] },
    {
      name: "5000 services",
      files: many,
      peers: [
        { name: "security", command: security, budget: 0.4 },
        { name: "only reading", command: reader, budget: 6 },
      ],
    },
    { name: "5000 with 1000 drop-ins", files: [dropIns], peers: [] },
    {
      name: "security of 100",
      files: many.slice(0, 100),
      words: ["security", "--target", systemd ?? "262"],
      peers: [{ name: "security", command: security, budget: 0.5 }],
    },
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

/** A row for each of the others, of which each is run in turns with unitlint. */
async function rowsOf({ name, files, words = [], peers }: Workload): Promise<string[][]> {
  const slow = files.length >= SLOW_FROM;
  const rows: string[][] = [];
  for (const peer of peers.length > 0 ? peers : [undefined]) {
    const isOurs = peer?.command === reader;
    const skipped = peer === undefined || (!isOurs && (systemd === undefined || (slow && values.quick)));
    const theirCommand = skipped ? undefined : [...peer.command, ...files];
    const { ours, theirs } = await compared(
      [...unitlint, ...words, ...files],
      theirCommand,
      slow && !isOurs ? 1 : undefined,
    );
    const cells = [name, ...runCells(ours), peer?.name ?? "-"];
    const share = theirs === undefined ? undefined : ours.time / theirs.time;
    const other = theirs === undefined ? ["-", "-"] : runCells(theirs);
    rows.push([...cells, ...other, share === undefined ? "-" : `${share.toFixed(2)} ×`, verdict(share, peer?.budget)]);
  }
  return rows;
}

function verdict(share: number | undefined, budget: number | undefined): string {
  if (budget === undefined) return "";
  return `${budget} ×${share !== undefined && share > budget ? " (missed)" : ""}`;
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

function remarks(stockCount: number): string[] {
  if (systemd === undefined) return ["Skipped: all of systemd, since systemd-analyze is not installed here."];
  const slow = values.quick
    ? `Skipped: systemd on ${SLOW_FROM} files, since --quick was given; it takes 10 to 50 s.`
    : `systemd on ${SLOW_FROM} files ran once, since it takes 10 to 50 s.`;
  return stockCount > 0 ? [slow] : [slow, "No stock units are installed here: units of our own stand in for them."];
}
