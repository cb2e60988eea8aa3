/** All safe fixes of a file at once, until none is left. */
import type { Finding } from "../../lint/finding.ts";
import { suppress } from "../../lint/suppression/suppress.ts";
import { lintFor } from "../../lint/targets.ts";
import { readOnce } from "../../model/file-reading.ts";
import { rules } from "../../rules/index.ts";
import { SourceFile } from "../../text/source-file.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { applyEdits, type TextEdit } from "../../text/text-edit.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";
import { type CodeAction, editing } from "./action.ts";
import { isSafe } from "./fixes.ts";
import type { ActionRequest } from "./request.ts";

/** One action, where there is anything to fix. */
export function fixAllActions({ snapshot, file }: ActionRequest): readonly CodeAction[] {
  const { uri, source, name, settings, targets } = file;
  const edits = safeEdits(snapshot.findings(uri), source, file);
  if (edits.length === 0) return [];
  const found = ({ path }: SourceFile, text: string) => {
    const next = new SourceFile(path, text);
    const found = lintFor(targets, next, name, rules, settings);
    const options = { rules, settings, targets: targets.map(({ name }) => name), isWhole: false };
    return safeEdits(suppress(found, readOnce(next, name, targets[0].catalog), options).findings, next, file);
  };
  return [
    editing("source.fixAll.unitlint", "Fix all that is safe to fix", source, () => untilNone(source, edits, found)),
  ];
}

/** Fixes may make others possible; each round takes something away, and no more than these rounds are needed. */
const MOST_ROUNDS = 10;

/** The edits themselves where one round does, else the new text for the old one. */
function untilNone(
  source: SourceFile,
  edits: readonly TextEdit[],
  found: (source: SourceFile, text: string) => readonly TextEdit[],
): readonly TextEdit[] {
  let text = applyEdits(source.text, edits);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const more = found(source, text);
    if (more.length === 0) {
      if (round === 1) return edits;
      break;
    }
    text = applyEdits(text, more);
  }
  return [{ span: { start: 0, end: source.text.length }, text }];
}

/** The first safe fix of each finding; where two touch, the first. Fixes that edit other files are left to people. */
function safeEdits(findings: readonly Finding[], source: SourceFile, { targets }: WorkspaceFile): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find(fix => isSafe(fix, finding, targets.length));
    if (fix === undefined || fix.edits.some(({ file }) => file !== source)) continue;
    const edits = fix.edits.flatMap(({ edits }) => edits);
    if (!edits.some(({ span }) => taken.some(other => touches(span, other.span)))) taken.push(...edits);
  }
  return taken;
}

function touches(one: Span, other: Span): boolean {
  return overlaps(one, other) || one.end === other.start || other.end === one.start;
}
