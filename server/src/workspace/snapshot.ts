/** One immutable instant of a workspace: what every editor feature is a function of. */
import type { Catalog } from "../catalog/catalog.ts";
import type { Finding } from "../lint/finding.ts";
import type { RuleSettings } from "../lint/preset.ts";
import type { Target } from "../lint/targets.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFile } from "../model/unit-file.ts";
import type { UnitFileName } from "../model/unit-file-name.ts";
import type { UnitSet } from "../model/unit-set.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { ConfigFile } from "./config-files.ts";
import type { FileHost } from "./file-host.ts";
import type { FileUri } from "./file-uri.ts";

/**
 * All unit files at one instant, with the texts of editors in the place of those on disk. What it gave never changes; what was not asked
 * for before the next snapshot was taken is read from that one's texts, so ask the newest. Everything is computed when it is first asked for
 * and then kept, and what an edit does not touch (texts, their syntax, units) is the same object in the next snapshot.
 */
export interface Snapshot {
  /** What runs the units where no configuration says otherwise; features speak of the first, findings of all. */
  readonly targets: readonly [Target, ...Target[]];
  /** What the first target's systemd knows. */
  readonly catalog: Catalog;
  readonly settings: RuleSettings;
  /** The absolute paths of the folders that are open in the editor. */
  readonly folders: readonly string[];
  /** The roots that units are judged in, such as the tree of an image; empty where none is set. */
  readonly roots: readonly string[];
  /** The disk, for what is no unit file: whether a path exists, what a folder holds. */
  readonly host: FileHost;
  /** All unit files and drop-ins that are known, open or on disk, in no order. Units that are only near them are in their `set`. */
  readonly files: readonly WorkspaceFile[];
  /** A unit file or drop-in by its URI, however that is written; undefined for what is none. */
  file(uri: FileUri): WorkspaceFile | undefined;
  /** The configurations that count, open or with something wrong; their findings are told like those of unit files. */
  readonly configs: readonly ConfigFile[];
  /** One of them by its URI. */
  config(uri: FileUri): ConfigFile | undefined;
  /** Where a text lies, in the spelling of the editor if it is open there; undefined for texts on no disk: those of stock units. */
  uriOf(source: SourceFile): FileUri | undefined;
  /**
   * The findings of a file, of its text and of the units that it belongs to, by place: those that `unitlint` has for the same file among
   * all files. While the workspace is still being indexed, only of the open files among each other.
   */
  findings(uri: FileUri): readonly Finding[];
  /** The files that have findings: quick, once all are judged. */
  troubled(): readonly FileUri[];
}

/** One unit file or drop-in. */
export interface WorkspaceFile {
  readonly uri: FileUri;
  /** Its text; the same object as in `Finding.file` and `UnitFile.source`, and another one after each change. */
  readonly source: SourceFile;
  readonly name: UnitFileName;
  /** Its syntax and assignments, read for the catalog of the first target. */
  readonly unitFile: UnitFile;
  /** The units among which it lies, stock units included, loaded for the first target. */
  readonly set: UnitSet;
  /**
   * The unit that it belongs to, merged with its drop-ins; a template as the instance that it is judged as. Undefined for drop-ins of a
   * whole type (`service.d`).
   */
  readonly unit: Unit | undefined;
  /** The version of the open document; undefined for what is not open. */
  readonly version: number | undefined;
  /** What runs it. */
  readonly targets: readonly [Target, ...Target[]];
  /** The settings of rules that count for it. */
  readonly settings: RuleSettings;
}
