/**
 * Compares the model of units with a real service manager: draws small sets of units and asks both what they make of them.
 * `npm run oracle:sets -- --manager /usr/lib/systemd/systemd --systemd 262 --sets 500 --seed 1`, not as root. Where the manager runs
 * in a root of its own, `--root` tells it, and the command enters it and passes the environment on. `--stock` adds the
 * units that systemd ships, all at once. Releases up to 257 tell cycles on /dev/console: the command has to put that on its standard
 * error, or `--starts 0` leaves the jobs out. Exit status 1 where they disagree; those sets are kept then.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { catalogAt } from "../../src/catalog/catalog.ts";
import { diskHost } from "../../src/platform/disk-host.ts";
import { rootedAt } from "../../src/workspace/chase.ts";
import { newSources } from "../../src/workspace/sources.ts";
import { splitCommand } from "./command.ts";
import { Random, seedOf } from "./random.ts";
import { drawSet, type SetDraft } from "./set-draft.ts";
import { judgeSet, type SetJudges, stockDraft } from "./set-judge.ts";
import { type SetTally, setTable, setText } from "./set-report.ts";

const { values } = parseArgs({
  options: {
    manager: { type: "string", default: "/usr/lib/systemd/systemd" },
    root: { type: "string", default: "/" },
    systemd: { type: "string" },
    sets: { type: "string", default: "200" },
    first: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    starts: { type: "string", default: "2" },
    stock: { type: "boolean", default: false },
    class: { type: "string" },
    show: { type: "string", default: "20" },
  },
});

if (values.systemd === undefined) throw new Error("Say which release --manager runs: --systemd 262");
const tree = rootedAt(diskHost, values.root);
const folder = mkdtempSync(join(values.root === "/" ? tmpdir() : join(tree.root, "tmp"), "unitlint-sets-"));
chmodSync(folder, 0o755);
const judges: SetJudges = {
  command: splitCommand(values.manager),
  tree,
  folder: folder.slice(tree.root.length),
  catalog: catalogAt(Number(values.systemd)),
  sources: newSources(),
  starts: Number(values.starts),
};
const tally: SetTally = { sets: 0, silent: 0, disagreeing: [] };
if (values.stock)
  for (const manager of ["system", "user"] as const) judge(stockDraft(manager, tree), `stock-${manager}`);
for (let index = Number(values.first); index < Number(values.first) + Number(values.sets); index++) {
  const draft = drawSet(new Random(seedOf(Number(values.seed), index)));
  judge(draft, `${index}-${draft.manager}`);
}
console.log(setTable(tally));
if (tally.disagreeing.length === 0) rmSync(folder, { recursive: true });
else {
  console.log(setText(tally, Number(values.show), folder, values.class));
  process.exitCode = 1;
}

function judge(draft: SetDraft, name: string): void {
  const differences = judgeSet(draft, name, judges);
  tally.sets++;
  if (differences === undefined) tally.silent++;
  else if (differences.length > 0) tally.disagreeing.push({ name, differences });
  if (differences?.length === 0) rmSync(join(folder, name), { recursive: true });
}
