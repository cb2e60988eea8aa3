/** The files that a unit will see: those of the roots, of trees in the workspace, or of this host. */
import { once } from "../../catalog/lazy.ts";
import { decodeUtf8 } from "../../text/utf8.ts";
import { chase, type RootedHost, rootedAt } from "../../workspace/chase.ts";
import type { FolderEntry } from "../../workspace/file-host.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";

/** What a path may be looked up in. */
export interface Disk {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
}

/** An entry of a folder, links followed. */
export interface DiskEntry {
  readonly name: string;
  /** Looked up when it is asked for. */
  readonly isFolder: () => boolean;
}

/** What a folder holds, sorted by name; `isWanted` spares looking at what nobody asks for. */
export function listFolder(disk: Disk, path: string, isWanted: (name: string) => boolean): readonly DiskEntry[] {
  const found = new Map<string, DiskEntry>();
  for (const tree of treesOf(disk)) {
    const real = chase(tree, path);
    const listed = real === undefined ? undefined : tree.host.list(tree.root + real);
    if (listed === undefined || real === undefined || "problem" in listed) continue;
    for (const entry of listed.entries) {
      if (found.has(entry.name) || !isWanted(entry.name)) continue;
      found.set(entry.name, { name: entry.name, isFolder: once(() => isFolder(tree, real, entry)) });
    }
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The text of the first file of that path; undefined where there is none. */
export function readFile(disk: Disk, path: string): string | undefined {
  for (const tree of treesOf(disk)) {
    const real = chase(tree, path);
    const outcome = real === undefined ? undefined : tree.host.read(tree.root + real);
    if (outcome !== undefined && "bytes" in outcome) return decodeUtf8(outcome.bytes);
  }
  return undefined;
}

/** The roots that are set; else the tree that the file lies in, such as that of an image, open folders that are such trees, and the host. */
export function treesOf({ snapshot, file }: Disk): readonly RootedHost[] {
  const { host, roots, folders } = snapshot;
  if (roots.length > 0) return roots.map(root => rootedAt(host, root));
  const [, around] =
    /^(.+?)\/(?:etc|run|(?:usr\/(?:local\/)?)?lib)\/systemd\/(?:system|user)\//.exec(file.source.path) ?? [];
  const trees = [...(around === undefined ? [] : [around]), ...folders.filter(folder => isTree(snapshot, folder)), "/"];
  return [...new Set(trees)].map(root => rootedAt(host, root));
}

function isTree({ host }: Snapshot, folder: string): boolean {
  return folder !== "/" && (host.kind(`${folder}/usr`) === "folder" || host.kind(`${folder}/etc`) === "folder");
}

function isFolder(tree: RootedHost, folder: string, { name, kind }: FolderEntry): boolean {
  if (kind !== "link") return kind === "folder";
  if (tree.root === "") return tree.host.kind(`${folder}/${name}`) === "folder";
  const real = chase(tree, `${folder}/${name}`);
  return real !== undefined && tree.host.kind(tree.root + real) === "folder";
}
