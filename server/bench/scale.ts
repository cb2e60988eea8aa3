/**
 * `npm run bench:scale`: what outgrows one run. Makes a hundred thousand unit files in a thousand images and judges them by one thread, by
 * threads, and by GNU parallel (where it is installed), which runs shards whose reports `unitlint merge` joins; all must say the same.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ownSeeds } from "../scripts/oracle/seeds.ts";
import { formatTable } from "../scripts/oracle/table.ts";
import { measure } from "./measure.ts";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "100000" },
    trees: { type: "string", default: "1000" },
    jobs: { type: "string", default: "2" },
    /** Besides, all trees as one run, in which units of all of them may belong together. */
    together: { type: "boolean", default: false },
  },
});

const program = `${process.execPath} ${fileURLToPath(new URL("../bin/unitlint.cjs", import.meta.url))}`;
const { jobs } = values;
const folder = mkdtempSync(join(tmpdir(), "unitlint-scale-"));
try {
  writeImages(join(folder, "images"), Number(values.files), Number(values.trees));
  const rows: string[][] = [];
  for (const [name, command] of commands()) rows.push(await row(name, command));
  console.log(formatTable([["", "time", "largest process", "findings"], ...rows]));
  if (values.together) console.log("With --trees each image is judged by itself; without, all of them as neighbours.");
} finally {
  rmSync(folder, { recursive: true });
}

/** Each writes its report to `report`. */
function commands(): [string, string][] {
  const trees = "--trees --fail-on never --format ndjson images/*";
  const shards = `seq ${4 * Number(jobs)} | parallel --will-cite -j ${jobs} '${program} --shard {}/${4 * Number(jobs)} ${trees}'`;
  return [
    ["--trees", `${program} ${trees} > report`],
    [`--trees --jobs ${jobs}`, `${program} --jobs ${jobs} ${trees} > report`],
    ...(hasParallel()
      ? [
          [
            `${4 * Number(jobs)} shards by parallel -j ${jobs}, merged`,
            `${shards} | ${program} merge --fail-on never --format ndjson > report`,
          ] as [string, string],
        ]
      : []),
    ...(values.together
      ? ([
          ["together", `${program} --fail-on never --format ndjson images > report`],
          [`together, --jobs ${jobs}`, `${program} --jobs ${jobs} --fail-on never --format ndjson images > report`],
        ] as [string, string][])
      : []),
  ];
}

function hasParallel(): boolean {
  const found = spawnSync("parallel", ["--version"]).status === 0;
  if (!found) console.log("Skipped: shards, since GNU parallel is not installed here.");
  return found;
}

async function row(name: string, command: string): Promise<string[]> {
  const { time, memory } = await measure(["sh", "-c", `cd ${folder} && ${command}`]);
  const findings = readFileSync(join(folder, "report"), "utf8")
    .split("\n")
    .filter(line => line.startsWith('{"finding"'));
  const seconds = `${(time / 1000).toFixed(1)} s`;
  return [name, seconds, memory === undefined ? "-" : `${memory.toFixed(0)} MiB`, String(findings.length)];
}

/** Images with the same number of units each; every tenth unit has a mistake. */
function writeImages(images: string, files: number, trees: number): void {
  for (let tree = 0; tree < trees; tree++) {
    const units = join(images, `image-${String(tree).padStart(5, "0")}`, "usr/lib/systemd/system");
    mkdirSync(units, { recursive: true });
    for (let i = 0; i < files / trees; i++) {
      const seed = ownSeeds[(tree * 7 + i) % ownSeeds.length];
      if (seed === undefined) return;
      const mistake = i % 10 === 0 ? "\n[Unit]\nAfte=network.target\n" : "";
      writeFileSync(join(units, `unit-${i}.${seed.type}`), seed.text + mistake, "latin1");
    }
  }
  console.log(`${files} files in ${readdirSync(images).length} images, Node ${process.version}\n`);
}
