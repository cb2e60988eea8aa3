/** Unit sets over a miniature root, for the tests of what systemd makes of files, links and folders. */
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { RelationKind } from "../../server/src/model/dependency.ts";
import { buildGraph } from "../../server/src/model/graph.ts";
import type { Manager } from "../../server/src/model/unit-file-name.ts";
import { openUnitSet, type UnitSet } from "../../server/src/model/unit-set.ts";
import { rootFolders } from "../../server/src/workspace/roots.ts";
import { newSources } from "../../server/src/workspace/sources.ts";
import { memoryHost, type Tree } from "./memory-host.ts";

/** Opens the units of a root; names that start with `etc/`, `run/` or `lib/` lie in that folder of the search path. */
export function unitSet(files: Tree, version = 262, manager: Manager = "system"): UnitSet {
  const tree = Object.fromEntries(Object.entries(files).map(([path, file]) => [placed(path, manager), file]));
  const folders = rootFolders(memoryHost(tree), { roots: ["/"], unitPaths: [] }, manager, newSources());
  return openUnitSet(folders, manager, catalogAt(version));
}

function placed(path: string, manager: Manager): string {
  const [folder = "", ...rest] = path.split("/");
  const place = { etc: "/etc", run: "/run", lib: "/usr/lib" }[folder];
  return place === undefined ? path : `${place}/systemd/${manager}/${rest.join("/")}`;
}

/** The units on the other side of a kind of relation, in the order of their names. */
export function related(set: UnitSet, name: string, kind: RelationKind): string[] {
  const graph = buildGraph(set, [name]);
  return [...graph.related(set.unit(name), kind).keys()].map(({ id }) => id).sort();
}
