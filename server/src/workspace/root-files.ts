/** Answers what rules ask about a root, from a host. */
import { remember } from "../catalog/lazy.ts";
import { isWholeRoot, type RootFiles, type RootKind } from "../model/root-files.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import { chase, rootedAt } from "./chase.ts";
import type { FileHost } from "./file-host.ts";

/**
 * The files of the only root, if it holds a whole system; undefined for several, which lie over each other. Each answer is kept, so that it is the same
 * for all units.
 */
export function rootFilesOf(host: FileHost, roots: readonly string[]): RootFiles | undefined {
  const [root] = roots;
  if (root === undefined || roots.length > 1) return undefined;
  const tree = rootedAt(host, root);
  const real = remember((path: string) => {
    const inside = chase(tree, path);
    return inside === undefined ? undefined : tree.root + inside;
  });
  const files: RootFiles = {
    kind: remember((path: string) => kindAt(host, real(path))),
    text: remember((path: string) => textAt(host, real(path))),
    names: remember((path: string) => namesAt(host, real(path))),
  };
  return isWholeRoot(files) ? files : undefined;
}

function kindAt(host: FileHost, path: string | undefined): RootKind {
  const kind = path === undefined ? "unknown" : host.kind(path);
  if (kind === "missing" || kind === "folder") return kind;
  if (kind !== "file" || path === undefined) return "unknown";
  const executable = host.isExecutable?.(path);
  return executable === undefined ? "unknown" : executable ? "program" : "file";
}

function textAt(host: FileHost, path: string | undefined): string {
  const outcome = path === undefined ? undefined : host.read(path);
  return outcome !== undefined && "bytes" in outcome ? decodeUtf8(outcome.bytes) : "";
}

function namesAt(host: FileHost, path: string | undefined): readonly string[] {
  const outcome = path === undefined ? undefined : host.list(path);
  return outcome !== undefined && "entries" in outcome ? outcome.entries.map(({ name }) => name) : [];
}
