/**
 * Compares exposures with those of a real `systemd-analyze security --offline=true`, assessment by assessment, for random services and for
 * unit files that are named: `npm run oracle:security -- --systemd 262 --services 1000 --stage DIR [--seen-as DIR] [--command "sudo chroot …"]
 * [--user] [--record] [UNIT_FILE…]`. The units are written below the stage; `--seen-as` is the stage's path for the command, which runs a
 * shell. `--record` keeps what systemd said of the random units in `fixtures/oracle`. Exit status 1 where they disagree.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { catalogAt } from "../../src/catalog/catalog.ts";
import { exposureOf, exposureText } from "../../src/exposure/exposure.ts";
import { stockFolder } from "../../src/model/stock-folder.ts";
import { openUnitSet } from "../../src/model/unit-set.ts";
import { diskHost } from "../../src/platform/disk-host.ts";
import { rootFolders } from "../../src/workspace/roots.ts";
import { newSources } from "../../src/workspace/sources.ts";
import { run, splitCommand } from "./command.ts";
import { Random } from "./random.ts";
import { recordExposures, type StagedUnit } from "./security-records.ts";
import { confinedServices } from "./security-units.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    systemd: { type: "string", default: "262" },
    services: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    stage: { type: "string" },
    "seen-as": { type: "string" },
    command: { type: "string", default: "" },
    show: { type: "string", default: "20" },
    user: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});
if (values.stage === undefined) throw new Error("Say where to write the units: --stage DIR");
const stage = values.stage;
const catalog = catalogAt(Number(values.systemd));
const manager = values.user ? "user" : "system";

const folders = stageUnits();
const theirs = askSystemd();
const ours = new Map(folders.flatMap(folder => answers(folder)));
const questions = [...new Set([...theirs.keys(), ...ours.keys()])];
const different = questions.filter(question => ours.get(question) !== theirs.get(question));
for (const question of different.slice(0, Number(values.show)))
  console.log(`${question}: systemd ${theirs.get(question) ?? "nothing"}, unitlint ${ours.get(question) ?? "nothing"}`);
const units = [...theirs.keys()].filter(question => question.endsWith(" overall")).length;
console.log(`systemd ${catalog.version}: ${units} units, ${questions.length} answers, ${different.length} differ`);
if (different.length > 0) process.exitCode = 1;
if (values.record) recordExposures(catalog.version, folders, theirs);

/** One folder a unit, so that units do not see each other's drop-ins. */
function stageUnits(): readonly StagedUnit[] {
  rmSync(stage, { recursive: true, force: true });
  const named = positionals.map((path, i) => {
    const folder = `n${i}`;
    const name = basename(path);
    mkdirSync(join(stage, folder), { recursive: true });
    cpSync(path, join(stage, folder, name), { dereference: true });
    if (existsSync(`${path}.d`)) cpSync(`${path}.d`, join(stage, folder, `${name}.d`), { recursive: true });
    return { folder, name };
  });
  const random = new Random(Number(values.seed));
  const made = confinedServices(Number(values.services), catalog, random).map(({ name, texts }, i) => {
    const folder = `g${i}`;
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(join(stage, folder, path, ".."), { recursive: true });
      writeFileSync(join(stage, folder, path), text);
    }
    return { folder, name, texts };
  });
  return [...named, ...made];
}

/** The answers of systemd by unit and assessment. */
function askSystemd(): ReadonlyMap<string, string> {
  writeFileSync(join(stage, "ask.sh"), script());
  const { stdout } = run([...splitCommand(values.command), "sh", `${values["seen-as"] ?? stage}/ask.sh`]);
  const found = new Map<string, string>();
  for (const line of stdout.split("\n")) {
    const [, folder = "", name = "", answer = ""] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
    if (answer.startsWith("[")) {
      for (const { json_field, set, exposure } of JSON.parse(answer) as readonly SystemdRow[])
        found.set(`${folder} ${name} ${json_field}`, `${set} ${exposure}`);
    } else if (answer !== "") found.set(`${folder} ${name} overall`, answer);
  }
  return found;
}

interface SystemdRow {
  readonly json_field: string;
  readonly set: boolean | null;
  readonly exposure: string | null;
}

/** Two lines a unit: the assessments, and the exposure with its level. */
function script(): string {
  const analyze = `systemd-analyze${values.user ? " --user" : ""} security --offline=true --no-pager`;
  const lines = folders.map(({ folder, name }) => `one '${folder}' '${name}'`);
  return `cd "$(dirname "$0")" || exit
export XDG_RUNTIME_DIR=/tmp SYSTEMD_LOG_LEVEL=crit LC_ALL=C.UTF-8
one() {
  rows=$(${analyze} --json=short "./$1/$2" 2>/dev/null) || return
  echo "$1 $2 $rows"
  ${analyze} "./$1/$2" 2>/dev/null | sed -n "s|.*Overall exposure level for .*: \\([0-9.]* [A-Z]*\\).*|$1 $2 \\1|p"
}
${lines.join("\n")}
`;
}

/** What unitlint says of one unit; nothing where it does not load. */
function answers({ folder, name }: { folder: string; name: string }): readonly (readonly [string, string])[] {
  const places = { roots: [], unitPaths: [join(stage, folder)] };
  const found = rootFolders(diskHost, places, manager, newSources());
  const set = openUnitSet([...found, stockFolder(catalog.version, manager)], manager, catalog);
  const instance = name.replace("@.", catalog.version >= 256 ? "@test_instance." : "@i.");
  const unit = set.unit(instance);
  if (unit.load !== "loaded") return [];
  const { tenths, level, assessments } = exposureOf(unit, { version: catalog.version, manager });
  const rows = assessments.map(({ row, set: isSet, exposure }) => {
    const share = exposure === undefined ? null : exposureText(exposure);
    return [`${folder} ${name} ${row.field}`, `${isSet} ${share}`] as const;
  });
  return [[`${folder} ${name} overall`, `${exposureText(tenths)} ${level}`], ...rows];
}
