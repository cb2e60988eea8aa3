/** Parts of a run fit together: shards, threads and trees say what one run would have said. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expandArgumentsFiles } from "../../server/src/cli/arguments-files.ts";
import { lintPaths } from "../../server/src/cli/lint-paths.ts";
import type { LintArguments } from "../../server/src/cli/options.ts";
import { mergeReports } from "../../server/src/cli/report/merge-reports.ts";
import { readReports } from "../../server/src/cli/report/read-reports.ts";
import type { Report } from "../../server/src/cli/report/report.ts";
import { reportOf } from "../../server/src/cli/report/report-of.ts";
import { jsonReporter } from "../../server/src/cli/reporters/json.ts";
import { ndjsonReporter } from "../../server/src/cli/reporters/ndjson.ts";
import { isIn, readShard, splitPart } from "../../server/src/cli/scale/part.ts";

const folder = mkdtempSync(join(tmpdir(), "unitlint-scale-"));
after(() => rmSync(folder, { recursive: true }));
const program = fileURLToPath(new URL("../../server/bin/unitlint.cjs", import.meta.url));
const style = { width: 100, colour: false, pathIn: (path: string) => path };

function argumentsFor(paths: readonly string[], more: Partial<LintArguments> = {}): LintArguments {
  return {
    ...{ paths, stdin: false, user: false, system: false, target: [], root: [], unitPath: [], rule: [] },
    ...{ format: "json", outputFile: [], statistics: false, trees: false, jobs: "1", failOn: "error", quiet: false },
    ...more,
  };
}

async function judged(paths: readonly string[], shard?: string): Promise<Report> {
  const { result } = await lintPaths(argumentsFor(paths), shard === undefined ? undefined : readShard(shard));
  return reportOf(result);
}

/** What a report is behind a file of either format. */
function reread(report: Report, asLines: boolean): readonly Report[] {
  const text = asLines ? [...ndjsonReporter(report, style)].join("") : jsonReporter(report, style);
  const { reports, problems } = readReports(text);
  assert.deepEqual(problems, []);
  return reports;
}

/** Units that order, want and shadow each other across folders, some with mistakes, some of them suppressed. */
const line = fc.constantFrom(
  "[Unit]\nAfter=a.service\n[Service]\nExecStart=/bin/x\n",
  "[Unit]\nBefore=b.service\nAfter=c.service\n[Service]\nExecStart=/bin/x\n",
  "[Unit]\nAfter=b.service d.service\nRequires=d.service\n[Service]\nExecStart=/bin/x\nNice=high\n",
  "[Unit]\nWants=gone.service\n[Service]\nType=simple\nExecStart=/bin/x\nExecStart=/bin/y\n",
  "[Service]\n# unitlint-disable-next-line unknown-directive -- known\nFoo=1\nExecStart=/bin/x\n[Install]\nWantedBy=gone.target\n",
  "[Service]\nMemoryMax=1G\nFoo=1\nFoo=1\n",
);
const place = fc.tuple(
  fc.constantFrom("", "one/", "two/", "one/deep/", "three/"),
  fc.constantFrom("a.service", "b.service", "c.service", "d.service", "a.service.d/x.conf", "service.d/y.conf"),
);
const files = fc.uniqueArray(fc.tuple(place, line), {
  minLength: 1,
  maxLength: 16,
  selector: ([[parent, name]]) => parent + name,
});

test("merged shards are the whole run, however it is split", async () => {
  let round = 0;
  const property = fc.asyncProperty(files, fc.integer({ min: 1, max: 5 }), fc.boolean(), async (units, of, asLines) => {
    const root = join(folder, String(round++));
    for (const [[parent, name], text] of units) write(join(root, parent, name), text);
    const whole = await judged([root]);
    const shards = await Promise.all(Array.from({ length: of }, (_, i) => judged([root], `${i + 1}/${of}`)));
    const merged = mergeReports(shards.toReversed().flatMap(shard => reread(shard, asLines)));
    assert.deepEqual(merged, whole);
    rmSync(root, { recursive: true });
  });
  await fc.assert(property, { numRuns: 40 });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test("threads change no byte, of one tree or of many", () => {
  const root = join(folder, "threads");
  for (let i = 0; i < 30; i++) {
    write(join(root, `t${i}`, "a.service"), "[Unit]\nAfter=b.service\n[Service]\nExecStart=/bin/x\nFoo=1\n");
    write(join(root, `t${i}`, "b.service"), `[Unit]\nAfter=a.service\n[Service]\nExecStart=/bin/x\nNice=${i}\n`);
  }
  const trees = Array.from({ length: 30 }, (_, i) => join(root, `t${i}`));
  for (const words of [[root], ["--trees", ...trees], ["--trees", "--format", "ndjson", ...trees]]) {
    const [one, three] = ["1", "3"].map(jobs =>
      spawnSync(process.execPath, [program, "--jobs", jobs, ...words], { encoding: "utf8" }),
    );
    assert.equal(one?.status, 1);
    assert.deepEqual([three?.status, three?.stderr], [1, one?.stderr]);
    assert.equal(three?.stdout, one?.stdout);
  }
});

test("a path always belongs to the same part, and parts of a part are the part", () => {
  const paths = Array.from({ length: 2000 }, (_, i) => `images/host-${i}`);
  const of = (word: string) => paths.filter(path => isIn(readShard(word), path));
  const thirds = ["1/3", "2/3", "3/3"].map(of);
  assert.deepEqual(thirds.flat().sort(), paths.toSorted());
  for (const third of thirds) assert.ok(third.length > 550 && third.length < 790, "parts are about as large");
  assert.equal(isIn(readShard("1/3"), "./images//host-7"), isIn(readShard("1/3"), "images/host-7"));
  const halves = splitPart(readShard("2/3"), 2).map(part => paths.filter(path => isIn(part, path)));
  assert.deepEqual(halves.flat().sort(), of("2/3").sort());
});

test("reports that do not fit together are refused", async () => {
  const path = join(folder, "refused", "a.service");
  write(path, "[Service]\nExecStart=/bin/x\n");
  const shard = await judged([path], "1/2");
  const whole = await judged([path]);
  assert.throws(() => mergeReports([shard, shard]), /shard 1\/2 is there 2 times/);
  assert.throws(() => mergeReports([shard, whole]), /different runs/);
  assert.throws(() => mergeReports([whole, { ...whole, preset: "all" }]), /different presets: recommended, all/);
  assert.deepEqual(mergeReports([shard]).errors, [{ path: "shard 2/2", message: "its report is missing" }]);
});

test("whatever is read is a report or refused", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map(text => `{"header":${text}}\n{"summary":{}}`),
      ),
      text => {
        assert.deepEqual(readReports(text).reports, []);
        assert.ok(readReports(text).problems.length > 0);
      },
    ),
  );
});

test("@FILE stands for its lines", () => {
  const list = join(folder, "args.txt");
  const inner = join(folder, "inner.txt");
  write(inner, "b c.service\r\n\r\n'quoted'\n");
  write(list, `\ufeff--format\njson\n@${inner}\n#x`);
  assert.deepEqual(expandArgumentsFiles(["a", `@${list}`, "--", `@${list}`]), [
    ...["a", "--format", "json", "b c.service", "'quoted'", "#x"],
    ...["--", `@${list}`],
  ]);
  write(inner, `@${list}\n`);
  assert.throws(() => expandArgumentsFiles([`@${list}`]), /leads back to itself/);
  assert.throws(() => expandArgumentsFiles(["@"]), /name the file/);
  assert.throws(() => expandArgumentsFiles(["@gone"]), /no such file/);
});
