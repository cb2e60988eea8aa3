/** Reads the preset files of a root. systemd: presets_find_config(), src/shared/install.c; conf_files_list_strv(), src/basic/conf-files.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Manager } from "../model/unit-file-name.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import { chase, type RootedHost } from "./chase.ts";
import { joinPath } from "./path.ts";

/** Since then an initial RAM disk may have presets of its own. */
const INITRD_SINCE = 258;

/** The texts of all preset files in the order of their names; of several with one name, only the first folder's. Roots lie over one another. */
export function loadPresets(
  trees: readonly RootedHost[],
  manager: Manager,
  version: SystemdVersion,
): readonly string[] {
  const files = new Map<string, string>();
  for (const folder of presetFolders(trees, manager, version)) {
    for (const tree of trees) {
      if (folder.startsWith("/lib/") && chase(tree, "/lib")?.startsWith("/usr/") === true) continue;
      for (const [name, text] of filesIn(tree, folder)) if (!files.has(name)) files.set(name, text);
    }
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

function presetFolders(trees: readonly RootedHost[], manager: Manager, version: SystemdVersion): readonly string[] {
  const initrd = foldersOf("initrd-preset");
  const isInitrd = manager === "system" && version >= INITRD_SINCE && exists(trees, "/etc/initrd-release");
  return isInitrd && initrd.some(folder => exists(trees, folder)) ? initrd : foldersOf(`${manager}-preset`);
}

function foldersOf(name: string): readonly string[] {
  return ["/etc", "/run", "/usr/local/lib", "/usr/lib", "/lib"].map(place => `${place}/systemd/${name}`);
}

function exists(trees: readonly RootedHost[], path: string): boolean {
  return trees.some(tree => {
    const real = chase(tree, path);
    return real !== undefined && tree.host.kind(tree.root + real) !== "missing";
  });
}

/** A link that leads nowhere hides the files of its name, and says nothing. */
function filesIn(tree: RootedHost, folder: string): readonly (readonly [name: string, text: string])[] {
  const path = chase(tree, folder);
  const listed = path === undefined ? undefined : tree.host.list(tree.root + path);
  if (path === undefined || listed === undefined || "problem" in listed) return [];
  return listed.entries
    .filter(({ name, kind }) => name.endsWith(".preset") && !name.startsWith(".") && kind !== "folder")
    .map(({ name }) => {
      const file = chase(tree, joinPath(path, name));
      const outcome = file === undefined ? undefined : tree.host.read(tree.root + file);
      return [name, outcome !== undefined && "bytes" in outcome ? decodeUtf8(outcome.bytes) : ""];
    });
}
