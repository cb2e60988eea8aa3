/** Asks a service manager and the model about one set of units. */
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { buildGraph, type DependencyGraph } from "../../src/model/graph.ts";
import type { Manager } from "../../src/model/unit-file-name.ts";
import { openUnitSet } from "../../src/model/unit-set.ts";
import { readUnitName } from "../../src/values/unit-name.ts";
import type { RootedHost } from "../../src/workspace/chase.ts";
import { type FolderPlace, loadFolders } from "../../src/workspace/load-folders.ts";
import type { Sources } from "../../src/workspace/sources.ts";
import { askManager, type ManagerAnswer } from "./manager-dump.ts";
import { compareUnits, type Difference } from "./set-compare.ts";
import type { SetDraft } from "./set-draft.ts";
import { compareJobs, startOf } from "./set-jobs.ts";
import { probe, stageSet } from "./set-staging.ts";

/** Where sets lie, and who judges them. */
export interface SetJudges {
  /** The words that run the manager. */
  readonly command: readonly string[];
  /** The tree in which it runs. */
  readonly tree: RootedHost;
  /** The folder in that tree for the sets, as the manager sees it. */
  readonly folder: string;
  readonly catalog: Catalog;
  readonly sources: Sources;
  /** Of how many units of each set to compare the start. */
  readonly starts: number;
}

/** What the two see differently in a set; undefined where the manager says nothing. */
export function judgeSet(draft: SetDraft, name: string, judges: SetJudges): readonly Difference[] | undefined {
  const { command, tree, folder, catalog, sources } = judges;
  const { manager } = draft;
  const seen = `${folder}/${name}`;
  const home = join(tree.root, seen);
  mkdirSync(home, { recursive: true });
  // A manager in test mode runs as another user.
  chmodSync(home, 0o755);
  stageSet(draft, home, seen);
  const paths = [...draft.folders.map(one => `${seen}/${one}`), vendor[manager]];
  const ask = (unit: string): ManagerAnswer => askManager({ command, manager, folders: paths, unit });
  const { units } = ask(probe);
  if (units.size === 0) return undefined;
  const places = paths.map((path): FolderPlace => ({ tree, path, shown: path, role: "given" }));
  const set = openUnitSet(loadFolders(places, sources), manager, catalog);
  const loaded = draft.names.filter(name => set.unit(name).load === "loaded").slice(0, judges.starts);
  return [
    ...compareUnits(buildGraph(set, [probe, ...perpetual[manager]]), units),
    ...loaded.flatMap(name => judgeStart(buildGraph(set, [name, ...perpetual[manager]]), name, ask)),
  ];
}

/** All units that systemd ships for a manager, and nothing else. */
export function stockDraft(manager: Manager, { host, root }: RootedHost): SetDraft {
  const listed = host.list(root + vendor[manager]);
  const names = "entries" in listed ? listed.entries.map(({ name }) => name) : [];
  const units = names.filter(name => readUnitName(name) !== undefined).map(name => name.replace("@.", "@stock."));
  return { manager, folders: ["etc"], files: new Map(), names: units };
}

/** How often a manager may be asked until chance lets it agree. */
const MOST_ASKED = 5;

function judgeStart(graph: DependencyGraph, name: string, ask: (unit: string) => ManagerAnswer): readonly Difference[] {
  const unit = graph.set.unit(name);
  const ours = startOf(graph, unit);
  let differences = compareJobs(graph, unit, ours, ask(name));
  for (let asked = 1; asked < MOST_ASKED && differences.length > 0; asked++)
    differences = compareJobs(graph, unit, ours, ask(name));
  return differences;
}

const vendor: Readonly<Record<Manager, string>> = {
  system: "/usr/lib/systemd/system",
  user: "/usr/lib/systemd/user",
};

/** Units that a manager always has. */
const perpetual: Readonly<Record<Manager, readonly string[]>> = {
  system: ["-.slice", "-.mount", "init.scope", "system.slice"],
  user: ["-.slice", "-.mount", "init.scope"],
};
