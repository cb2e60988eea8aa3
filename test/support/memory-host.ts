/** A file system in memory, written down as an object from paths to contents. */
import {
  type FileHost,
  type FileKind,
  type FolderEntry,
  maximumFileSize,
  problemOf,
  type ReadOutcome,
  tooLargeProblem,
} from "../../server/src/workspace/file-host.ts";

/** Something other than a readable file. */
export type Special =
  | Link
  | { readonly is: "device" | "pipe" | "socket" | "vanished" | `unreadable ${"file" | "folder"}` };

interface Link {
  readonly is: "link";
  readonly to: string;
}

/** From paths to contents; a path that ends with `/` is an empty folder. The folders on the way exist by themselves. */
export type Tree = Readonly<Record<string, string | Uint8Array | Special>>;

/** A symbolic link. */
export function link(to: string): Link {
  return { is: "link", to };
}

export const pipe: Special = { is: "pipe" };
export const socket: Special = { is: "socket" };
export const device: Special = { is: "device" };
export const unreadableFile: Special = { is: "unreadable file" };
export const unreadableFolder: Special = { is: "unreadable folder" };
/** Listed in its folder, and gone when it is read. */
export const vanished: Special = { is: "vanished" };

/** Where relative paths start. */
const workingFolder = "/here";

/** A host over a tree; there is a `/dev/null` in it. What begins with `#!` may be run. */
export function memoryHost(tree: Tree): FileHost {
  const nodes = nodesOf(tree);
  const at = (path: string) => resolve(nodes, path);
  return {
    kind(path) {
      const { kind } = at(path);
      return kind === "missing" && linkAt(nodes, path) ? "dangling link" : kind;
    },
    read(path) {
      const outcome = bytesAt(at(path));
      if ("problem" in outcome || outcome.bytes.length <= maximumFileSize) return outcome;
      return { problem: tooLargeProblem(outcome.bytes.length) };
    },
    readStart(path, length) {
      const outcome = bytesAt(at(path));
      return "problem" in outcome ? outcome : { bytes: outcome.bytes.subarray(0, length) };
    },
    list(path) {
      const { kind, node, realPath } = at(path);
      if (kind !== "folder") return { problem: kind === "file" ? "is not a folder" : problemOf(kind) };
      if (is(node, "unreadable folder")) return { problem: problemOf("unreadable") };
      return { entries: entriesOf(nodes, realPath) };
    },
    realPath(path) {
      const { kind, realPath } = at(path);
      return kind === "missing" || kind === "link loop" || kind === "unreadable" ? undefined : realPath;
    },
    linkTarget: path => linkAt(nodes, path)?.to,
    isExecutable(path) {
      const outcome = bytesAt(at(path));
      return "bytes" in outcome ? new TextDecoder().decode(outcome.bytes).startsWith("#!") : undefined;
    },
  };
}

type Node = "folder" | Uint8Array | Special;
type Nodes = ReadonlyMap<string, Node>;

interface Resolved {
  readonly kind: FileKind;
  readonly realPath: string;
  readonly node?: Node;
}

function nodesOf(tree: Tree): Nodes {
  const nodes = new Map<string, Node>([["/", "folder"]]);
  for (const [path, content] of Object.entries({ "/dev/null": device, [`${workingFolder}/`]: "", ...tree })) {
    const absolute = absolutePath(path);
    for (const folder of foldersOf(absolute)) if (!nodes.has(folder)) nodes.set(folder, "folder");
    if (path.endsWith("/")) nodes.set(absolute, "folder");
    else nodes.set(absolute, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
  return nodes;
}

function absolutePath(path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${workingFolder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** `/a` and `/a/b` for `/a/b/c`. */
function foldersOf(absolute: string): string[] {
  const parts = absolute.split("/").slice(1, -1);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join("/")}`);
}

const MOST_LINKS = 40;

function resolve(nodes: Nodes, path: string, links = 0): Resolved {
  if (path === "") return { kind: "missing", realPath: path };
  const absolute = absolutePath(path);
  for (const folder of [...foldersOf(absolute), absolute]) {
    const node = nodes.get(folder);
    if (node === undefined) return { kind: "missing", realPath: absolute };
    if (is(node, "unreadable folder") && folder !== absolute) return { kind: "unreadable", realPath: absolute };
    if (!isLink(node)) continue;
    if (links === MOST_LINKS) return { kind: "link loop", realPath: absolute };
    const target = node.to.startsWith("/") ? node.to : `${folder}/../${node.to}`;
    return resolve(nodes, target + absolute.slice(folder.length), links + 1);
  }
  const node = nodes.get(absolute) ?? "folder";
  return { kind: kindOf(node), realPath: absolute, node };
}

/** The link at a path whose folders may be links too. */
function linkAt(nodes: Nodes, path: string): Link | undefined {
  const absolute = absolutePath(path);
  const slash = absolute.lastIndexOf("/");
  const folder = resolve(nodes, absolute.slice(0, slash) || "/").realPath;
  const node = nodes.get(absolutePath(`${folder}${absolute.slice(slash)}`));
  return isLink(node) ? node : undefined;
}

function kindOf(node: Node): FileKind {
  if (node === "folder" || is(node, "unreadable folder")) return "folder";
  if (node instanceof Uint8Array || is(node, "unreadable file")) return "file";
  return is(node, "device") ? "device" : is(node, "pipe") ? "pipe" : is(node, "socket") ? "socket" : "missing";
}

function bytesAt({ kind, node }: Resolved): ReadOutcome {
  if (node instanceof Uint8Array) return { bytes: node };
  return { problem: problemOf(kind === "file" ? "unreadable" : kind) };
}

function entriesOf(nodes: Nodes, folder: string): FolderEntry[] {
  const prefix = folder === "/" ? "/" : `${folder}/`;
  return [...nodes]
    .filter(([path]) => path.startsWith(prefix) && path !== prefix && !path.slice(prefix.length).includes("/"))
    .map(([path, node]) => ({ name: path.slice(prefix.length), kind: entryKind(node) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entryKind(node: Node): FolderEntry["kind"] {
  if (isLink(node)) return "link";
  const kind = is(node, "vanished") ? "file" : kindOf(node);
  return kind === "file" || kind === "folder" ? kind : "other";
}

function is(node: Node | undefined, what: Special["is"]): boolean {
  return typeof node === "object" && "is" in node && node.is === what;
}

function isLink(node: Node | undefined): node is Link {
  return is(node, "link");
}
