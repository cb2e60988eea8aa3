/** The fixes that findings bring along. */
import type { Fix } from "../../lint/finding.ts";
import { isSafe } from "../../lint/fixing/candidates.ts";
import type { CodeAction } from "./action.ts";
import type { ActionRequest } from "./request.ts";

/** Every fix of every finding, as far as all files that it edits can be edited. */
export function fixActions({ snapshot, file, findings }: ActionRequest): readonly CodeAction[] {
  const isEditable = ({ edits }: Fix) => edits.every(({ file }) => snapshot.uriOf(file) !== undefined);
  return findings.flatMap(finding =>
    finding.fixes.filter(isEditable).map((fix): CodeAction => {
      const isPreferred = finding.fixes.length === 1 && isSafe(fix, finding, file.targets.length);
      const change = () => ({ edits: fix.edits, created: [] });
      return { title: fix.title, kind: "quickfix", finding, isPreferred, creates: false, change };
    }),
  );
}
