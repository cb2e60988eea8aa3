/** Paths, a name at a time, out of the root, the workspace or the host. */
import type { KindId } from "../../catalog/directive.ts";
import type { Span } from "../../text/span.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { type Disk, type DiskEntry, listFolder } from "./disk.ts";
import { MOST_NAMES } from "./match.ts";
import type { ValuePlace } from "./place.ts";
import { behind, wordAt } from "./word-at.ts";

/** Where paths stand in values of a kind. */
interface PathLayout {
  /** What separates paths besides blanks. */
  readonly separators?: string;
  /** What may stand before a path. */
  readonly lead?: RegExp;
  /** Whether more than one may be written. */
  readonly many?: true;
  /** Whether only folders make sense. */
  readonly folders?: true;
}

/** Paths where the value's kind has them. */
export function paths(place: ValuePlace): Offer | undefined {
  const layout = layouts[place.kind.id];
  const word = layout && wordAt(place, layout.separators);
  if (layout === undefined || word === undefined) return undefined;
  const lead = layout.lead?.exec(word.typed)?.[0].length ?? 0;
  const path = behind(word, lead);
  if (path === undefined || (layout.many === undefined && word.before.trim() !== "")) return undefined;
  const onlyFolders = layout.folders === true || folderKeys.has(place.directive.name);
  return offerPaths(place, path.span, path.typed, { onlyFolders });
}

/** The entries of the folder that was typed so far, or of the root; `span` is that of the whole path. */
export function offerPaths(
  disk: Disk,
  { start, end }: Span,
  typed: string,
  { onlyFolders = false, isWanted = () => true }: PathOptions = {},
): Offer | undefined {
  if (typed !== "" && !typed.startsWith("/") && typed.includes("/")) return undefined;
  const slash = typed.lastIndexOf("/");
  const folder = slash <= 0 ? "/" : typed.slice(0, slash);
  if (folder.includes("%")) return undefined;
  const name = typed.slice(slash + 1).toLowerCase();
  const fits = (entry: string) => isPlain(entry) && (name.startsWith(".") || !entry.startsWith(".")) && isWanted(entry);
  const entries = listFolder(disk, folder, entry => fits(entry) && holdsLetters(entry.toLowerCase(), name));
  const shown = entries.length <= MOST_NAMES ? entries : bestOf(entries, name);
  const before = slash < 0 ? "/" : "";
  const candidates = shown.flatMap((entry): Candidate[] => {
    const isFolder = entry.isFolder();
    if (onlyFolders && !isFolder) return [];
    return [{ label: `${before}${entry.name}${isFolder ? "/" : ""}`, kind: isFolder ? "folder" : "file" }];
  });
  return { span: { start: start + slash + 1, end }, candidates, incomplete: entries.length > MOST_NAMES };
}

/** Those that begin as typed before the others: looking at each takes its time. */
function bestOf(entries: readonly DiskEntry[], typed: string): readonly DiskEntry[] {
  const begins = (entry: DiskEntry) => entry.name.toLowerCase().startsWith(typed);
  return [...entries.filter(begins), ...entries.filter(entry => !begins(entry))].slice(0, MOST_NAMES);
}

interface PathOptions {
  readonly onlyFolders?: boolean;
  readonly isWanted?: (name: string) => boolean;
}

/** Names that may stand in a value as they are. */
function isPlain(name: string): boolean {
  return !/[\s"'\\%\p{Surrogate}]/u.test(name);
}

/** Whether a name has the letters that were typed, in their order. */
function holdsLetters(name: string, typed: string): boolean {
  let from = 0;
  for (const letter of typed) {
    const found = name.indexOf(letter, from);
    if (found < 0) return false;
    from = found + letter.length;
  }
  return true;
}

const optional = { lead: /^-/ };
const streams = { lead: /^(?:file|append|truncate):/, separators: "" };
const condition = { lead: /^\|?!?/ };

const layouts: Readonly<Record<KindId, PathLayout>> = {
  "bind-path-list": { many: true, separators: ":", lead: /^-/ },
  "bpf-program": { lead: /^[a-z0-9_]+:/ },
  "condition-glob": condition,
  "condition-path": condition,
  "credential-source": { lead: /^[^:]+:/ },
  "device-allow": {},
  "device-bandwidth": {},
  "device-latency": {},
  "device-weight": {},
  "blockio-device-weight": {},
  "environment-file": optional,
  "extension-image-list": { many: true, lead: /^-/ },
  "mount-image-list": { many: true, separators: ":", lead: /^-/ },
  "mount-source": {},
  "open-file": {},
  path: {},
  "path-glob": {},
  "path-list": { many: true },
  "pid-file": {},
  "root-hash": {},
  "root-hash-signature": {},
  "sandbox-path-list": { many: true, lead: /^-?\+?/ },
  "search-path": { many: true, separators: ":", folders: true },
  "socket-address": {},
  "socket-address-sequential": {},
  "standard-input": streams,
  "standard-output": streams,
  "temporary-filesystem-list": { many: true, folders: true },
  "working-directory": { lead: /^-/, folders: true },
};

/** Keys whose paths are those of folders. */
const folderKeys: ReadonlySet<string> = new Set([
  "RootDirectory",
  "ExtensionDirectories",
  "DirectoryNotEmpty",
  "ConditionPathIsDirectory",
  "ConditionDirectoryNotEmpty",
  "ConditionPathIsMountPoint",
  "ConditionNeedsUpdate",
  "AssertPathIsDirectory",
  "AssertDirectoryNotEmpty",
  "AssertPathIsMountPoint",
  "AssertNeedsUpdate",
]);
