/** Miniature roots for the states of unit files. */
import type { InstallSearch } from "../../server/src/model/install/discover.ts";
import { type PresetRule, parsePresets } from "../../server/src/model/install/presets.ts";
import { rootedAt } from "../../server/src/workspace/chase.ts";
import { loadPresets } from "../../server/src/workspace/load-presets.ts";
import { rootFolders } from "../../server/src/workspace/roots.ts";
import { newSources } from "../../server/src/workspace/sources.ts";
import { memoryHost, type Tree } from "./memory-host.ts";

/** What is looked through, and the presets beside it. */
export interface UnitRoot {
  readonly search: InstallSearch;
  readonly presets: readonly PresetRule[];
}

/** A root of the system manager that holds nothing but the tree. */
export function unitRoot(tree: Tree, version = 262): UnitRoot {
  const host = memoryHost(tree);
  const folders = rootFolders(host, { roots: ["/"], unitPaths: [] }, "system", newSources());
  const texts = loadPresets([rootedAt(host, "/")], "system", version);
  return { search: { folders, version }, presets: parsePresets(texts, version) };
}
