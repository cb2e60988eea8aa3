/** Semantic tokens: what every piece of a file is, by the parts that the grammars of values label. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Assignment } from "../model/assignment.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { LogicalText } from "../syntax/logical-text.ts";
import type { EntrySyntax, LineSyntax } from "../syntax/tree.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { flatten } from "./semantic-tokens/flatten.ts";
import { type TokenModifier, type TokenType, typeOfPart } from "./semantic-tokens/legend.ts";
import { sourcePieces } from "./semantic-tokens/source-pieces.ts";

export { tokenDelta } from "./semantic-tokens/delta.ts";
export { tokenModifiers, tokenTypes } from "./semantic-tokens/legend.ts";

/** A piece of one physical line. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a file in order, none over another; only those of the lines that a span touches, where one is given. */
export function semanticTokens(snapshot: Snapshot, uri: FileUri, within?: Span): readonly Token[] {
  const file = snapshot.file(uri);
  if (file === undefined) return [];
  const { unitFile } = file;
  const isAsked = ({ span }: LineSyntax) => within === undefined || overlaps(span, within);
  return unitFile.blocks.flatMap(block => blockTokens(block, unitFile, isAsked));
}

function blockTokens(block: Block, file: UnitFile, isAsked: (line: LineSyntax) => boolean): Token[] {
  const tokens: Token[] = [];
  const assignments = new Map(block.assignments.map(assignment => [assignment.entry, assignment]));
  const { header } = block;
  if (header !== undefined && isAsked(header)) add(tokens, file, header, header.name, "namespace");
  for (const line of block.lines) {
    if (!isAsked(line)) continue;
    if (line.kind === "entry") addEntry(tokens, file, line, assignments.get(line));
    addComments(tokens, file, line);
  }
  return tokens.sort((a, b) => a.span.start - b.span.start);
}

function addEntry(tokens: Token[], file: UnitFile, entry: EntrySyntax, assignment: Assignment | undefined): void {
  const equals = entry.content.text.indexOf("=");
  add(tokens, file, entry, entry.key, "property", isOld(assignment, file) ? ["deprecated"] : []);
  add(tokens, file, entry, entry.content.slice(equals, equals + 1), "operator");
  for (const { kind, span } of flatten(assignment?.parsed?.parts ?? [])) {
    const modifiers = kind === "variable-name" ? (["declaration"] as const) : [];
    add(tokens, file, entry, entry.value.slice(span.start, span.end), typeOfPart[kind], modifiers);
  }
}

/** Whether another name took its place in this release. */
function isOld(assignment: Assignment | undefined, { catalog: { version } }: UnitFile): boolean {
  const directive = assignment?.directive;
  if (directive === undefined) return false;
  const { replacedBy } = directive;
  if (isRemoved(directive, version)) return true;
  return replacedBy !== undefined && replacedBy.since <= version && replacedBy.to?.name !== directive.name;
}

function addComments(tokens: Token[], { source: { text } }: UnitFile, { kind, pieces }: LineSyntax): void {
  if (kind === "placeholder") return;
  for (const piece of pieces) {
    if (piece.kind !== "comment") continue;
    let { start, end } = piece.span;
    while (end > start && /[ \t\r\n\0]/.test(text.charAt(end - 1))) end--;
    while (start < end && /[ \t]/.test(text.charAt(start))) start++;
    if (start < end) tokens.push({ span: { start, end }, type: "comment", modifiers: [] });
  }
}

function add(
  tokens: Token[],
  { source }: UnitFile,
  line: LineSyntax,
  text: LogicalText,
  type: TokenType,
  modifiers: readonly TokenModifier[] = [],
): void {
  for (const span of sourcePieces(source.text, line, text)) tokens.push({ span, type, modifiers });
}
