/** The folders of a unit search path as they lie on disk: unit files, links, drop-ins. What a file holds is read when it is asked for. */
import type { SourceFile } from "../text/source-file.ts";

/**
 * Which part of the search path a folder is: made by `systemctl set-property` (`control`), by programs (`transient`), by generators, by
 * the administrator (`config`), by portable services (`attached`), at run time (`runtime`), by packages (`vendor`), named by the user
 * (`given`), or the table of what systemd ships (`stock`).
 */
export type FolderRole =
  | "control"
  | "transient"
  | "generator-early"
  | "config"
  | "attached"
  | "runtime"
  | "generator"
  | "vendor"
  | "generator-late"
  | "given"
  | "stock";

/** One folder of the search path. */
export interface UnitFolder {
  /** As shown to people; of a root, with the root before it. */
  readonly path: string;
  readonly role: FolderRole;
  /** Whether it vanishes at a reboot: it lies below /run. */
  readonly volatile: boolean;
  /** Unit files and links to them by name: `nginx.service`. */
  readonly units: ReadonlyMap<string, UnitEntry>;
  /** By the name of a folder in it (`nginx.service.d`, `service.d`, `boot.target.wants`): its files by name. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, UnitEntry>>;
  /** Those of `folders` that are links themselves. */
  readonly linkedFolders?: ReadonlySet<string>;
  /** Those of `folders` that cannot be listed: to be told that somebody needs them. */
  readonly unlisted?: ReadonlyMap<string, () => void>;
  /** Links whose names are not those of units. */
  readonly strays?: ReadonlyMap<string, UnitEntry>;
}

/** A file or link in such a folder. */
export interface UnitEntry {
  /** As shown to people. */
  readonly path: string;
  /** Present on a link. */
  readonly link?: UnitLink;
  /** Whether it masks: an empty file, or a link to one or to /dev/null. */
  readonly masks: () => boolean;
  /** Where the text really lies, links followed; undefined where they lead nowhere. */
  readonly realPath: () => string | undefined;
  /** The text, the same object each time; undefined where it cannot be read (a dangling link). */
  readonly read: () => SourceFile | undefined;
}

/** What a link says. */
export interface UnitLink {
  /** As written. */
  readonly target: string;
  /** The last part of the path that it leads to: `app.service`. */
  readonly name: string;
  /** Whether that lies in a folder of the search path: the link is an alias, and not a unit linked from elsewhere or a mask. */
  readonly alias: boolean;
  /** Where it leads; absent where nobody knows. */
  readonly end?: LinkEnd;
}

/** The end of a link: links before the last part of its target are followed, the last part is not. */
export interface LinkEnd {
  /** Absolute, as seen from the root. */
  readonly path: string;
  /** The folder of the search path that it lies in or below, as `UnitFolder.path` has it. */
  readonly within?: string;
  /** What lies there; undefined where nothing does. */
  readonly entry: () => UnitEntry | undefined;
}
