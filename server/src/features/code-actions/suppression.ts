/** Comments that suppress a finding: above its line, or for the whole file. */
import type { RuleId } from "../../lint/finding.ts";
import { placedSuppressions } from "../../lint/suppression/placed.ts";
import { isSuppressible } from "../../lint/suppression/suppress.ts";
import { linesOf } from "../../syntax/print.ts";
import type { LineSyntax } from "../../syntax/tree.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { type CodeAction, editing } from "./action.ts";
import type { ActionRequest } from "./request.ts";

/** Two for each rule that found something in the stretch. */
export function suppressionActions(request: ActionRequest): readonly CodeAction[] {
  const { file, findings } = request;
  const own = findings.filter(
    ({ rule }, i) => isSuppressible(rule) && findings.findIndex(other => other.rule === rule) === i,
  );
  return own.flatMap(finding => {
    const { rule, line } = finding;
    const inFile = () => [fileEdit(request, rule)];
    return [
      ...(hasPlaceAbove(line)
        ? [
            editing("quickfix", `Suppress ${rule} here`, file.source, () => [lineEdit(request, rule, line)], {
              finding,
            }),
          ]
        : []),
      editing("quickfix", `Suppress ${rule} in this file`, file.source, inFile, { finding }),
    ];
  });
}

/** A comment is about the next line that says something. */
function hasPlaceAbove({ kind }: LineSyntax): boolean {
  return kind !== "blank" && kind !== "comment" && kind !== "placeholder";
}

/** One more name in the comment that is there, or a comment of its own with the indentation of the line. */
function lineEdit({ file: { source, unitFile } }: ActionRequest, rule: RuleId, { span }: LineSyntax): TextEdit {
  const above = placedSuppressions(unitFile.syntax).findLast(
    ({ comment, next }) => comment.word.text === "unitlint-disable-next-line" && next?.span.start === span.start,
  );
  const last = above?.comment.names.at(-1)?.span.end;
  if (last !== undefined) return insertion(last, `, ${rule}`);
  const indent = /^[ \t]*/.exec(source.text.slice(span.start))?.[0] ?? "";
  return insertion(span.start, `${indent}# unitlint-disable-next-line ${rule}${lineEndOf(source)}`);
}

/** Behind the comments that the file begins with, such as a licence. */
function fileEdit({ file: { source, unitFile } }: ActionRequest, rule: RuleId): TextEdit {
  const known = placedSuppressions(unitFile.syntax).find(
    ({ comment, isInside }) => !isInside && comment.word.text === "unitlint-disable-file" && comment.names.length > 0,
  );
  const last = known?.comment.names.at(-1)?.span.end;
  if (last !== undefined) return insertion(last, `, ${rule}`);
  const lines = [...linesOf(unitFile.syntax)];
  const at = lines.find(({ kind }) => kind !== "comment")?.span.start ?? 0;
  return insertion(at, `# unitlint-disable-file ${rule}${lineEndOf(source)}`);
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
