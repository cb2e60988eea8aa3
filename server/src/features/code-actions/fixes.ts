/** The fixes that findings bring along. */
import type { Finding, Fix } from "../../lint/finding.ts";
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

/** Whether a fix may be applied unseen: for all of the targets that units are judged for. */
export function isSafe({ safety }: Fix, { targets }: Finding, targetCount: number): boolean {
  return safety === "safe" && targets.length === targetCount;
}
