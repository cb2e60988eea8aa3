/** What is known of a piece of a value where somebody points at it. */
import type { Directive } from "../../catalog/directive.ts";
import type { Assignment } from "../../model/assignment.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Clock } from "../../values/calendar/upcoming.ts";
import type { ValueContext } from "../../values/kind.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import type { TargetPart } from "../target.ts";
import type { Block } from "./markup.ts";

/** A piece of a value with all around it. */
export interface Piece {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly assignment: Assignment;
  readonly directive: Directive;
  readonly context: ValueContext;
  /** The part; undefined where the grammar labelled none. */
  readonly part: TargetPart | undefined;
  /** What the part says as written; the whole value where there is none. */
  readonly text: string;
}

/** What there is to say of a piece; empty where that is nothing. */
export type Describe = (piece: Piece) => readonly Block[];

/** A path as people know it: below a folder that is open in the editor from there on. */
export function shortPath(path: string, { folders }: Snapshot): string {
  const folder = folders.find(candidate => path.startsWith(`${candidate.replace(/\/$/, "")}/`));
  return folder === undefined ? path : path.slice(folder.replace(/\/$/, "").length + 1);
}
