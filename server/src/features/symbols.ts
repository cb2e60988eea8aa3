/** The outline of a file: its sections with their keys. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Assignment } from "../model/assignment.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { EntrySyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A section or a key. */
export interface DocumentSymbol {
  readonly is: "section" | "key";
  /** Never empty. */
  readonly name: string;
  /** Of a key, its value in one line. */
  readonly detail: string;
  /** From the header to the section's last line that is not blank, or from the key to the end of its value. */
  readonly span: Span;
  /** The name alone; it lies in `span`. */
  readonly selection: Span;
  /** Of a key whose name is old, or means nothing any more. */
  readonly deprecated: boolean;
  readonly children: readonly DocumentSymbol[];
}

/** The sections of a file in their order; keys before the first header stand beside them. */
export function documentSymbols(snapshot: Snapshot, uri: FileUri): readonly DocumentSymbol[] {
  const file = snapshot.file(uri)?.unitFile;
  return file === undefined ? [] : file.blocks.flatMap(block => symbolsOf(file, block));
}

function symbolsOf(file: UnitFile, block: Block): readonly DocumentSymbol[] {
  const { header, lines } = block;
  const byEntry = new Map(block.assignments.map(assignment => [assignment.entry, assignment]));
  const keys = lines.flatMap(line => (line.kind === "entry" ? [keySymbol(file, line, byEntry.get(line))] : []));
  if (header === undefined) return keys;
  const { start, end } = header.content.span;
  const last = lines.findLast(line => "content" in line);
  return [
    {
      is: "section",
      name: header.name.text.trim() || header.content.text,
      detail: "",
      span: { start, end: last !== undefined && "content" in last ? last.content.span.end : end },
      selection: header.name.text.trim() === "" ? header.content.span : header.name.span,
      deprecated: false,
      children: keys,
    },
  ];
}

function keySymbol({ catalog }: UnitFile, entry: EntrySyntax, assignment: Assignment | undefined): DocumentSymbol {
  const directive = assignment?.directive;
  const replaced = directive?.replacedBy !== undefined && directive.replacedBy.since <= catalog.version;
  return {
    is: "key",
    name: entry.key.text,
    detail: shortened(entry.value.text.replace(/\s+/g, " ")),
    span: entry.content.span,
    selection: entry.key.span,
    deprecated: replaced || (directive !== undefined && isRemoved(directive, catalog.version)),
    children: [],
  };
}

const LONGEST = 80;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
