/** A host that shows files that are only open in the editor, as if they were saved: new ones, and those deleted meanwhile. */
import type { SourceFile } from "../text/source-file.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { FileHost, FolderEntry } from "./file-host.ts";
import { folderOf, nameIn } from "./path.ts";

/** The same host with these texts in it where the disk has nothing; the host itself where it has them all. */
export function overlayHost(host: FileHost, texts: Iterable<SourceFile>): FileHost {
  const files = new Map<string, SourceFile>();
  const folders = new Map<string, FolderEntry[]>();
  for (const source of texts) {
    if (!source.path.startsWith("/") || host.kind(source.path) !== "missing") continue;
    files.set(source.path, source);
    addEntry(host, folders, source.path, "file");
  }
  if (files.size === 0) return host;
  const bytesOf = (path: string) => {
    const source = files.get(path);
    return source && encodeUtf8(source.text);
  };
  return {
    kind: path => (files.has(path) ? "file" : isMissing(host, folders, path) ? "folder" : host.kind(path)),
    read: path => {
      const bytes = bytesOf(path);
      return bytes === undefined ? host.read(path) : { bytes };
    },
    readStart: (path, length) => {
      const bytes = bytesOf(path);
      return bytes === undefined ? host.readStart(path, length) : { bytes: bytes.subarray(0, length) };
    },
    list: path => listed(host, folders, path),
    realPath: path => (files.has(path) || isMissing(host, folders, path) ? path : host.realPath(path)),
    linkTarget: path => (files.has(path) ? undefined : host.linkTarget(path)),
    isExecutable: path => (files.has(path) ? undefined : host.isExecutable?.(path)),
  };
}

/** Enters a file into its folder, and the folders that do not exist either into those above them. */
function addEntry(host: FileHost, folders: Map<string, FolderEntry[]>, path: string, kind: "file" | "folder"): void {
  const folder = folderOf(path);
  const entries = folders.get(folder) ?? [];
  const name = nameIn(path);
  if (entries.some(entry => entry.name === name)) return;
  folders.set(folder, [...entries, { name, kind }]);
  if (folder !== "/" && host.kind(folder) === "missing") addEntry(host, folders, folder, "folder");
}

function isMissing(host: FileHost, folders: ReadonlyMap<string, readonly FolderEntry[]>, path: string): boolean {
  return folders.has(path) && host.kind(path) === "missing";
}

function listed(
  host: FileHost,
  folders: ReadonlyMap<string, readonly FolderEntry[]>,
  path: string,
): ReturnType<FileHost["list"]> {
  const outcome = host.list(path);
  const more = folders.get(path);
  if (more === undefined) return outcome;
  const entries = "entries" in outcome ? [...outcome.entries, ...more] : more;
  return { entries: [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
