/** Folding: sections, runs of comments, continued values. */
import type { LineSyntax, SectionSyntax, UnitSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What can be folded: whole lines, two at least, from the start of the first to the end of the last without its line end. */
export interface Fold {
  readonly kind: "section" | "comments" | "value";
  readonly span: Span;
}

/** All folds of a file, by where they start. */
export function foldingRanges(snapshot: Snapshot, uri: FileUri): readonly Fold[] {
  const file = snapshot.file(uri);
  if (file === undefined) return [];
  const { syntax } = file.unitFile;
  const found = syntax.sections.flatMap((section, at) => [
    ...sectionFold(section, syntax.sections[at + 1] !== undefined),
    ...commentFolds(section.lines),
    ...section.lines.flatMap(line => (line.kind === "entry" ? [foldOver("value", line, line)] : [])),
  ]);
  return found
    .map(({ kind, span }) => ({ kind, span: withoutLineEnd(syntax, span) }))
    .filter(({ span }) => /[\r\n\0]/.test(syntax.text.slice(span.start, span.end)))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Down to its last line that is not blank; comments right above the next header belong to that. */
function sectionFold({ header, lines }: SectionSyntax, hasNext: boolean): Fold[] {
  if (header === undefined) return [];
  let end = lines.length;
  if (hasNext) while (lines[end - 1]?.kind === "comment") end--;
  while (lines[end - 1]?.kind === "blank") end--;
  return [foldOver("section", header, lines[end - 1] ?? header)];
}

function commentFolds(lines: readonly LineSyntax[]): Fold[] {
  return lines.flatMap((line, at) => {
    if (line.kind !== "comment" || lines[at - 1]?.kind === "comment") return [];
    let last = at;
    while (lines[last + 1]?.kind === "comment") last++;
    return [foldOver("comments", line, lines[last] ?? line)];
  });
}

function foldOver(kind: Fold["kind"], first: LineSyntax, last: LineSyntax): Fold {
  return { kind, span: { start: first.span.start, end: last.span.end } };
}

function withoutLineEnd({ text }: UnitSyntax, { start, end }: Span): Span {
  let last = end;
  while (last > start && /[ \t\r\n\0]/.test(text.charAt(last - 1))) last--;
  return { start, end: last };
}
