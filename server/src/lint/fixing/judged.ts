/** Files that were judged together, and how they would be judged with other texts. */
import type { UnitFileName } from "../../model/unit-file-name.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Finding } from "../finding.ts";

/** One instant; immutable. */
export interface Judged {
  /** By file, then by place. */
  readonly findings: readonly Finding[];
  /** As what a text is judged; undefined where it is not among the files. */
  nameOf(source: SourceFile): UnitFileName | undefined;
  /** The units among which a file lies, once for each target. */
  setsOf(source: SourceFile): readonly UnitSet[];
  /** The same files after texts took the places of others. */
  after(changes: TextChanges): Judged;
}

/** New texts by the ones in whose places they come. */
export type TextChanges = ReadonlyMap<SourceFile, SourceFile>;
