/** A host in which links inside of some roots never lead out of them, as systemd sees an image: absolute ones and `..` count from the root. */
import { chase, type RootedHost, rootedAt } from "./chase.ts";
import { type FileHost, type FileKind, problemOf } from "./file-host.ts";

/** The same host where there is no root but `/`. Paths that lie in no root are those of the host. */
export function confinedTo(host: FileHost, roots: readonly string[]): FileHost {
  const trees = roots.filter(root => root !== "/").map(root => ({ shown: root, tree: rootedAt(host, root) }));
  if (trees.every(({ tree }) => tree.root === "")) return host;
  const find = (path: string) => {
    for (const { shown, tree } of trees) {
      const inside = within(path, shown) ?? within(path, tree.root);
      if (inside !== undefined) return { tree, inside };
    }
    return undefined;
  };
  return confined(host, find);
}

/** Where a path lies: in which tree, and how it is called there. */
type Find = (path: string) => { readonly tree: RootedHost; readonly inside: string } | undefined;

/** What no link can lead to: links in a circle. */
const LOOP = Symbol();

function confined(host: FileHost, find: Find): FileHost {
  const end = (path: string, followLast = true): string | typeof LOOP => {
    const found = find(path);
    if (found === undefined) return path;
    const inside = chase(found.tree, found.inside, followLast);
    if (inside === undefined) return LOOP;
    return followLast && inside === NULL ? NULL : found.tree.root + inside;
  };
  const linkTarget = (path: string) => {
    const at = end(path, false);
    return at === LOOP ? undefined : host.linkTarget(at);
  };
  const at = <T>(path: string, act: (real: string) => T, loop: T): T => {
    const real = end(path);
    return real === LOOP ? loop : act(real);
  };
  const loop = { problem: problemOf("link loop") };
  return {
    kind: path => at<FileKind>(path, real => kindAt(host.kind(real), () => linkTarget(path)), "link loop"),
    read: path => at(path, host.read, loop),
    readStart: (path, length) => at(path, real => host.readStart(real, length), loop),
    list: path => at(path, host.list, loop),
    realPath: path => at<string | undefined>(path, host.realPath, undefined),
    linkTarget,
    isExecutable: path => at(path, real => host.isExecutable?.(real), undefined),
  };
}

/** What masks units, also in a root without devices. */
const NULL = "/dev/null";

function kindAt(kind: FileKind, target: () => string | undefined): FileKind {
  return kind === "missing" && target() !== undefined ? "dangling link" : kind;
}

function within(path: string, root: string): string | undefined {
  const folder = root.replace(/\/+$/, "");
  if (path === root || path === folder) return "/";
  return path.startsWith(`${folder}/`) ? path.slice(folder.length) : undefined;
}
