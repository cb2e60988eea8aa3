/** What code actions are asked about: a stretch of a file, and what stands there. */
import type { Finding, RuleId } from "../../lint/finding.ts";
import type { Assignment } from "../../model/assignment.ts";
import type { Block } from "../../model/unit-file.ts";
import type { LineSyntax } from "../../syntax/tree.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { ValuePart } from "../../values/kind.ts";
import type { FileUri } from "../../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";

/** One request. */
export interface ActionRequest {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
  readonly span: Span;
  /** The findings that touch the stretch. */
  readonly findings: readonly Finding[];
  /** What stands at its start. */
  readonly block: Block | undefined;
  readonly line: LineSyntax | undefined;
  readonly assignment: Assignment | undefined;
}

/** Looks at a stretch; undefined for what is no unit file. */
export function requestAt(snapshot: Snapshot, uri: FileUri, span: Span): ActionRequest | undefined {
  const file = snapshot.file(uri);
  if (file === undefined) return undefined;
  const findings = snapshot.findings(uri).filter(finding => touches(finding.span, span));
  const block = file.unitFile.blocks.findLast(block => startOf(block) <= span.start);
  const line =
    block &&
    [...(block.header ? [block.header] : []), ...block.lines].findLast(({ span: { start } }) => start <= span.start);
  const assignment = block?.assignments.find(({ entry }) => entry === line);
  return { snapshot, file, span, findings, block, line, assignment };
}

/** The findings of some rules. */
export function findingsOf({ findings }: ActionRequest, rules: readonly RuleId[]): readonly Finding[] {
  return findings.filter(({ rule }) => rules.includes(rule));
}

/** The innermost part of a kind at the start of the stretch, as it is written and where. */
export function partAt(
  { assignment, span }: ActionRequest,
  kind: ValuePart["kind"],
): { readonly written: string; readonly span: Span } | undefined {
  if (assignment === undefined) return undefined;
  const { value } = assignment.entry;
  for (const part of assignment.parsed?.parts ?? []) {
    const source = value.toSource(part.span);
    if (part.kind === kind && source.start <= span.start && span.start <= source.end)
      return { written: value.text.slice(part.span.start, part.span.end), span: source };
  }
  return undefined;
}

function startOf({ header, lines }: Block): number {
  return (header ?? lines[0])?.span.start ?? 0;
}

/** Also where they only meet, as the cursor stands behind what was just typed. */
function touches(one: Span, other: Span): boolean {
  return overlaps(one, other) || one.end === other.start;
}
