/** Follows links inside a root, and never out of it: absolute links and `..` count from the root. systemd: chase(), src/basic/chase.c */
import type { FileHost } from "./file-host.ts";

/** A tree of files: the whole file system where `root` is `/`. */
export interface RootedHost {
  readonly host: FileHost;
  /** The root's path on the host, without a slash at the end; empty for the whole file system. */
  readonly root: string;
  /** Folders that were followed before. */
  readonly known: Map<string, string | undefined>;
}

/** A tree below a folder of the host; `/` for all of it. */
export function rootedAt(host: FileHost, root: string): RootedHost {
  const real = root === "/" ? "" : (host.realPath(root) ?? root);
  return { host, root: real === "/" ? "" : real, known: new Map() };
}

/** The absolute path inside the root without links on the way; the last part may be missing. Undefined for loops. */
export function chase(tree: RootedHost, path: string, followLast = true, links = 0): string | undefined {
  if (links > MOST_LINKS) return undefined;
  const parts = path.split("/").filter(part => part !== "" && part !== ".");
  let at = "";
  for (const [i, part] of parts.entries()) {
    if (part === "..") {
      at = at.slice(0, Math.max(0, at.lastIndexOf("/")));
      continue;
    }
    const here = `${at}/${part}`;
    const last = i === parts.length - 1;
    const next = last && !followLast ? here : last ? step(tree, here, links) : known(tree, here, links);
    if (next === undefined) return undefined;
    at = next === "/" ? "" : next;
  }
  return at === "" ? "/" : at;
}

const MOST_LINKS = 32;

function known(tree: RootedHost, path: string, links: number): string | undefined {
  if (!tree.known.has(path)) tree.known.set(path, step(tree, path, links));
  return tree.known.get(path);
}

function step(tree: RootedHost, path: string, links: number): string | undefined {
  const target = tree.host.linkTarget(tree.root + path);
  if (target === undefined) return path;
  const from = target.startsWith("/") ? "" : path.slice(0, path.lastIndexOf("/"));
  return chase(tree, `${from}/${target}`, true, links + 1);
}
