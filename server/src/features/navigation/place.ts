/** Places in files to which features lead, on disk and in editors. */
import { findFragment } from "../../model/fragment.ts";
import { searchPath } from "../../model/search-path.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import type { Manager } from "../../model/unit-file-name.ts";
import type { UnitEntry } from "../../model/unit-folder.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import { chase, rootedAt } from "../../workspace/chase.ts";
import { type FileUri, uriOfPath } from "../../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import { templateOf } from "./mentions.ts";

/** A stretch of a file, or the start of one that nobody read. */
export interface FilePlace {
  readonly uri: FileUri;
  /** Absent for what is no unit file, and for links. */
  readonly source?: SourceFile;
  readonly span: Span;
}

/** The start of something on disk; undefined for a path that lies nowhere. */
export function pathPlace(path: string): FilePlace | undefined {
  const uri = uriOfPath(path);
  return uri === undefined ? undefined : { uri, span: { start: 0, end: 0 } };
}

/** Where a file begins in earnest: its first header. */
export function filePlace({ uri, source, unitFile }: WorkspaceFile): FilePlace {
  return { uri, source, span: firstHeader(unitFile) };
}

/** The first section header of a file, else its start. */
export function firstHeader({ blocks }: UnitFile): Span {
  return blocks.find(({ header }) => header !== undefined)?.header?.content.span ?? { start: 0, end: 0 };
}

/** The file of the workspace that an entry of a folder leads to, links followed; undefined for others. */
export function fileOfEntry(snapshot: Snapshot, entry: UnitEntry, links = 0): WorkspaceFile | undefined {
  if (entry.link === undefined) return fileAt(snapshot, entry.path);
  const end = links < MOST_LINKS ? entry.link.end?.entry() : undefined;
  const found = end && fileOfEntry(snapshot, end, links + 1);
  const realPath = found === undefined ? entry.realPath() : undefined;
  return found ?? (realPath === undefined ? undefined : fileAt(snapshot, realPath));
}

const MOST_LINKS = 8;

function fileAt(snapshot: Snapshot, path: string): WorkspaceFile | undefined {
  const uri = uriOfPath(path);
  return uri === undefined ? undefined : snapshot.file(uri);
}

/**
 * Where the fragment of a unit or template lies: in the workspace, in a root that is set or, without one, on this host. Undefined where no
 * file gives it, as for stock units on a host without systemd.
 */
export function fragmentPlace(snapshot: Snapshot, set: UnitSet, name: string): FilePlace | undefined {
  const entry = findFragment(set.names, name)?.entry;
  const file = entry && fileOfEntry(snapshot, entry);
  if (file !== undefined) return filePlace(file);
  const path = entry?.realPath();
  if (path !== undefined) return path === "/dev/null" ? undefined : pathPlace(path);
  return snapshot.roots.length > 0 ? undefined : onHost(snapshot, set.manager, name);
}

function onHost({ host }: Snapshot, manager: Manager, name: string): FilePlace | undefined {
  const names = [name, templateOf(name) ?? name];
  for (const one of names) {
    for (const { path } of searchPath(manager)) {
      if (host.kind(`${path}/${one}`) === "file") return pathPlace(host.realPath(`${path}/${one}`) ?? `${path}/${one}`);
    }
  }
  return undefined;
}

/** Where an absolute path of a unit leads: in the first root that has it, or on this host where no root is set. */
export function pathInRoots({ host, roots }: Snapshot, path: string): string | undefined {
  if (!path.startsWith("/") || path.includes("\0")) return undefined;
  for (const root of roots.length === 0 ? ["/"] : roots) {
    const tree = rootedAt(host, root);
    const inside = chase(tree, path);
    if (inside !== undefined && host.kind(tree.root + inside) !== "missing") return tree.root + inside;
  }
  return undefined;
}
