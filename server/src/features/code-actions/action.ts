/** What a code action is. */
import type { FileEdit, Finding } from "../../lint/finding.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { TextEdit } from "../../text/text-edit.ts";

/** Every kind that is offered, in the words of the protocol. */
export const actionKinds = ["quickfix", "refactor", "refactor.rewrite", "source.fixAll.unitlint"] as const;

export type ActionKind = (typeof actionKinds)[number];

/** What an action changes. */
export interface Change {
  readonly edits: readonly FileEdit[];
  /** Files that are made; none of them is there yet. */
  readonly created: readonly CreatedFile[];
}

/** A file to make. */
export interface CreatedFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** Something to do, offered by its title. */
export interface CodeAction {
  readonly title: string;
  readonly kind: ActionKind;
  /** The finding that it mends. */
  readonly finding?: Finding;
  /** The one thing to do about the finding, without a doubt. */
  readonly isPreferred: boolean;
  /** Whether it makes files, which not every client can. */
  readonly creates: boolean;
  readonly change: () => Change;
}

/** An action that edits one file, and mends nothing that was found unless `more` says what. */
export function editing(
  kind: ActionKind,
  title: string,
  file: SourceFile,
  edits: () => readonly TextEdit[],
  more: Pick<CodeAction, "finding"> = {},
): CodeAction {
  const change = () => ({ edits: [{ file, edits: edits() }], created: [] });
  return { title, kind, isPreferred: false, creates: false, change, ...more };
}

/** An action that makes one file. */
export function creating(
  kind: ActionKind,
  title: string,
  created: CreatedFile,
  more: Pick<CodeAction, "finding"> = {},
): CodeAction {
  const change = () => ({ edits: [], created: [created] });
  return { title, kind, isPreferred: false, creates: true, change, ...more };
}
