/**
 * Compares the states of unit files with those of a real `systemctl --root=…` in random small roots:
 * `npm run oracle:install -- --systemd 262 --trees 1000 --stage DIR [--seen-as DIR] [--command "sudo chroot …"] [--user]`.
 * The trees are written below the stage, and removed where nothing differs; `--seen-as` is the stage's path for the command, which runs
 * a shell. `--user` compares with `systemctl --global`. Exit status 1 where they disagree.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { catalogAt } from "../../src/catalog/catalog.ts";
import { listUnitFiles } from "../../src/model/install/list.ts";
import { parsePresets } from "../../src/model/install/presets.ts";
import { unitFileState } from "../../src/model/install/state.ts";
import { diskHost } from "../../src/platform/disk-host.ts";
import { rootedAt } from "../../src/workspace/chase.ts";
import { loadPresets } from "../../src/workspace/load-presets.ts";
import { rootFolders } from "../../src/workspace/roots.ts";
import { newSources } from "../../src/workspace/sources.ts";
import { run, splitCommand } from "./command.ts";
import { treeNames, writeTree } from "./install-trees.ts";

const { values } = parseArgs({
  options: {
    systemd: { type: "string", default: "262" },
    trees: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    stage: { type: "string" },
    "seen-as": { type: "string" },
    command: { type: "string", default: "" },
    show: { type: "string", default: "20" },
    user: { type: "boolean", default: false },
  },
});
if (values.stage === undefined) throw new Error("Say where to write the trees: --stage DIR");
const stage = values.stage;
const version = catalogAt(Number(values.systemd)).version;
const manager = values.user ? "user" : "system";
const trees = Array.from({ length: Number(values.trees) }, (_, i) => `t${i}`);

mkdirSync(stage, { recursive: true });
trees.forEach((tree, i) => void writeTree(join(stage, tree), Number(values.seed), i, manager));
const theirs = askSystemctl();
const ours = new Map(trees.flatMap(tree => [...answers(join(stage, tree), tree)]));
const questions = [...new Set([...theirs.keys(), ...ours.keys()])];
const different = questions.filter(question => ours.get(question) !== theirs.get(question));
for (const question of different.slice(0, Number(values.show)))
  console.log(
    `${question}: systemctl ${theirs.get(question) ?? "nothing"}, unitlint ${ours.get(question) ?? "nothing"}`,
  );
const share = (100 * (questions.length - different.length)) / questions.length;
console.log(`systemd ${version}: ${questions.length} answers, ${different.length} differ, ${share.toFixed(3)} % agree`);
const sorts = [...new Set(theirs.values())].map(
  answer => `${[...theirs.values()].filter(one => one === answer).length} ${answer}`,
);
console.log(sorts.sort().join(", "));
if (different.length === 0) rmSync(stage, { recursive: true });
else process.exitCode = 1;

/** The answers of systemctl to all questions in all trees. */
function askSystemctl(): ReadonlyMap<string, string> {
  writeFileSync(join(stage, "ask.sh"), script());
  const { stdout } = run([...splitCommand(values.command), "sh", `${values["seen-as"] ?? stage}/ask.sh`]);
  const found = new Map<string, string>();
  for (const line of stdout.split("\n")) {
    const [tree = "", kind = "", name = "", ...words] = line.split(/\s+/);
    if (kind === "list" || kind === "is") found.set(`${tree} ${kind} ${name}`, words.join(" ").trim());
  }
  return found;
}

/** One line an answer: tree, kind of question, unit, answer. What builds with support for SysV scripts ask before is no part of it. */
function script(): string {
  const systemctl = `systemctl ${values.user ? "--global " : ""}--root="$PWD/$tree"`;
  return `cd "$(dirname "$0")" || exit
export SYSTEMCTL_SKIP_SYSV=1
for tree in t*; do
  ${systemctl} --no-legend --full list-unit-files 2>/dev/null | sed "s/^/$tree list /"
  for name in ${treeNames.join(" ")}; do
    state=$(${systemctl} is-enabled "$name" 2>/dev/null)
    echo "$tree is $name $? $state"
  done
done
`;
}

/** What unitlint says in one tree. */
function* answers(root: string, tree: string): Generator<readonly [string, string]> {
  const search = {
    folders: rootFolders(diskHost, { roots: [root], unitPaths: [] }, manager, newSources()),
    version,
  };
  const presets = parsePresets(loadPresets([rootedAt(diskHost, root)], manager, version), version);
  const everything = { patterns: [], states: [], types: [] };
  for (const { name, state, preset } of listUnitFiles(search, presets, everything))
    yield [`${tree} list ${name}`, `${state} ${preset === undefined ? "-" : `${preset.replace(/e$/, "")}ed`}`];
  for (const name of treeNames) {
    const outcome = unitFileState(search, name);
    yield [
      `${tree} is ${name}`,
      "state" in outcome ? `${statusOf(outcome.state)} ${outcome.state}` : faultAnswer(outcome.fault),
    ];
  }
}

function statusOf(state: string): number {
  return /^(?:enabled|enabled-runtime|static|alias|indirect|generated)$/.test(state) ? 0 : 1;
}

function faultAnswer(fault: string): string {
  return fault === "not-found" && version >= 253 ? "4 not-found" : "1";
}
