/** From roots to the search path: overlays first, then what they lie over. */
import { searchPath, type UserHome } from "../model/search-path.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { UnitFolder } from "../model/unit-folder.ts";
import { chase, rootedAt } from "./chase.ts";
import type { FileHost } from "./file-host.ts";
import { type FolderPlace, loadFolders } from "./load-folders.ts";
import { joinPath } from "./path.ts";
import type { Sources } from "./sources.ts";

/** What to look through. */
export interface RootOptions {
  /** Folders that hold `usr/lib/systemd/system` and its like; the first one lies over the others. */
  readonly roots: readonly string[];
  /** Folders of units that come before all others, the first one winning. */
  readonly unitPaths: readonly string[];
  /** Whose units are looked at, besides those for all users; counts for the root `/` alone. */
  readonly home?: UserHome;
}

/** The folders of a search path that exist, by rank and then by root. */
export function rootFolders(
  host: FileHost,
  { roots, unitPaths, home }: RootOptions,
  manager: Manager,
  sources: Sources,
): readonly UnitFolder[] {
  const trees = roots.map(root => ({ root, tree: rootedAt(host, root) }));
  const whole = rootedAt(host, "/");
  const given = unitPaths.map(
    (path): FolderPlace => ({ tree: whole, path: host.realPath(path) ?? path, shown: path, role: "given" }),
  );
  const searched = searchPath(manager, roots.length === 1 && roots[0] === "/" ? home : undefined).flatMap(
    ({ path, role }) =>
      trees.flatMap(({ root, tree }): FolderPlace[] => {
        if (path.startsWith("/lib/") && chase(tree, "/lib")?.startsWith("/usr/") === true) return [];
        return [{ tree, path, shown: root === "/" ? path : joinPath(root, path.slice(1)), role }];
      }),
  );
  return loadFolders([...given, ...searched], sources);
}
