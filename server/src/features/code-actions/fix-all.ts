/** All safe fixes of a file at once, until none is left. */
import type { Finding } from "../../lint/finding.ts";
import { applyFixes } from "../../lint/fixing/apply-fixes.ts";
import { isSafe } from "../../lint/fixing/candidates.ts";
import type { Judged } from "../../lint/fixing/judged.ts";
import { suppress } from "../../lint/suppression/suppress.ts";
import { lintFor } from "../../lint/targets.ts";
import { readOnce } from "../../model/file-reading.ts";
import { changeTexts, type UnitSet } from "../../model/unit-set.ts";
import { rules } from "../../rules/index.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import { type CodeAction, editing } from "./action.ts";
import type { ActionRequest } from "./request.ts";

/** One action, where there is anything to fix. */
export function fixAllActions({ snapshot, file }: ActionRequest): readonly CodeAction[] {
  const { source, uri, targets } = file;
  const targetCount = targets.length;
  const isFixable = (finding: Finding) => finding.fixes.some(fix => isSafe(fix, finding, targetCount));
  if (!snapshot.findings(uri).some(isFixable)) return [];
  return [editing("source.fixAll.unitlint", "Fix all that is safe to fix", source, () => safeEdits(snapshot, file))];
}

/** Fixes that edit other files are left to people. */
function safeEdits(snapshot: Snapshot, file: WorkspaceFile): readonly TextEdit[] {
  const { source, set, targets } = file;
  const start = judgedFile(file, source, set, snapshot.findings(file.uri));
  const { files } = applyFixes(start, {
    unsafe: false,
    targetCount: () => targets.length,
    forbids: ({ path }) => (path === source.path ? undefined : "change another file"),
  });
  return files[0]?.edits ?? [];
}

/** A file among its units; after changes, only what is found in its own lines is told. */
function judgedFile(file: WorkspaceFile, source: SourceFile, set: UnitSet, findings: readonly Finding[]): Judged {
  const { name, targets, settings } = file;
  return {
    findings,
    nameOf: text => (text === source ? name : undefined),
    setsOf: () => [set],
    after(changes) {
      const next = changes.get(source) ?? source;
      const found = lintFor(targets, next, name, rules, settings);
      const options = { rules, settings, targets: targets.map(({ name }) => name), isWhole: false };
      const { findings } = suppress(found, readOnce(next, name, targets[0].catalog), options);
      return judgedFile(file, next, changeTexts(set, changes), findings);
    },
  };
}
