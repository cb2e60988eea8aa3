/** Files that somebody sends, where the disk is out of reach: in a browser's worker. */
import {
  type FileHost,
  type FileKind,
  type FolderEntry,
  maximumFileSize,
  NO_FOLDER,
  problemOf,
  type ReadOutcome,
  tooLargeProblem,
} from "../workspace/file-host.ts";

/** What is known of one file: its bytes, or what the link says that it is. */
export type SentContent = { readonly bytes: Uint8Array } | { readonly link: string };

/** A file system that holds what was put into it; the folders on the way exist as long as something lies in them. */
export interface SentFiles {
  readonly host: FileHost;
  /** Puts a file at an absolute path; without content it is gone. */
  put(path: string, content: SentContent | undefined): void;
}

/** Nothing was sent yet. */
export function newSentFiles(): SentFiles {
  const files = new Map<string, SentContent>();
  const folders = new Map<string, Map<string, FolderEntry["kind"]>>();
  const find = (path: string) => resolve(files, folders, path);
  return {
    host: {
      kind(path) {
        const { kind } = find(path);
        return kind === "missing" && linkAt(files, path) !== undefined ? "dangling link" : kind;
      },
      read: path => bytesOf(find(path)),
      readStart(path, length) {
        const outcome = bytesOf(find(path));
        return "bytes" in outcome ? { bytes: outcome.bytes.subarray(0, length) } : outcome;
      },
      list(path) {
        const { kind, realPath } = find(path);
        if (kind !== "folder") return { problem: kind === "file" ? NO_FOLDER : problemOf(kind) };
        return { entries: [...(folders.get(realPath) ?? [])].map(toEntry).sort(byName) };
      },
      realPath(path) {
        const { kind, realPath } = find(path);
        return kind === "file" || kind === "folder" ? realPath : undefined;
      },
      linkTarget: path => linkAt(files, path),
    },
    put(path, content) {
      if (content === undefined) {
        files.delete(path);
        leave(folders, path);
      } else {
        files.set(path, content);
        enter(folders, path, "link" in content ? "link" : "file");
      }
    },
  };
}

type Folders = Map<string, Map<string, FolderEntry["kind"]>>;

interface Found {
  readonly kind: FileKind;
  readonly realPath: string;
  readonly bytes?: Uint8Array;
}

/** Links to folders are not followed on the way: nobody sends what lies behind them. */
function resolve(files: ReadonlyMap<string, SentContent>, folders: Folders, path: string, links = 0): Found {
  const plain = tidy(path);
  const content = files.get(plain);
  if (content === undefined) return { kind: folders.has(plain) ? "folder" : "missing", realPath: plain };
  if ("bytes" in content) return { kind: "file", realPath: plain, bytes: content.bytes };
  if (links === MOST_LINKS) return { kind: "link loop", realPath: plain };
  const from = content.link.startsWith("/") ? "" : parentOf(plain);
  return resolve(files, folders, `${from}/${content.link}`, links + 1);
}

const MOST_LINKS = 32;

function linkAt(files: ReadonlyMap<string, SentContent>, path: string): string | undefined {
  const content = files.get(tidy(path));
  return content !== undefined && "link" in content ? content.link : undefined;
}

function bytesOf({ kind, bytes }: Found): ReadOutcome {
  if (bytes === undefined) return { problem: kind === "file" ? problemOf("missing") : problemOf(kind) };
  return bytes.length > maximumFileSize ? { problem: tooLargeProblem(bytes.length) } : { bytes };
}

function enter(folders: Folders, path: string, kind: FolderEntry["kind"]): void {
  const parent = parentOf(path);
  const entries = folders.get(parent === "" ? "/" : parent);
  if (entries !== undefined) {
    entries.set(nameOf(path), kind);
    return;
  }
  folders.set(parent === "" ? "/" : parent, new Map([[nameOf(path), kind]]));
  if (parent !== "") enter(folders, parent, "folder");
}

function leave(folders: Folders, path: string): void {
  const parent = parentOf(path) || "/";
  const entries = folders.get(parent);
  entries?.delete(nameOf(path));
  if (entries?.size !== 0) return;
  folders.delete(parent);
  if (parent !== "/") leave(folders, parent);
}

/** Without `.`, `..`, and slashes too many. */
function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return path.startsWith("/") ? `/${parts.join("/")}` : parts.join("/");
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function toEntry([name, kind]: [string, FolderEntry["kind"]]): FolderEntry {
  return { name, kind };
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}
