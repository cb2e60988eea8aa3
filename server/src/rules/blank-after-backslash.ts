/** A backslash that was meant to continue a line, but blanks follow it. */
import { defineRule, type Report } from "../lint/rule.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { LineSyntax } from "../syntax/tree.ts";

export const blankAfterBackslash = defineRule({
  id: "blank-after-backslash",
  category: "syntax",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  verify: false,
  summary: "Blanks after a backslash keep it from continuing the line",
  why: `A line goes on below only when the backslash is its very last character. With a blank behind it, the backslash becomes part of the
value, and what stands on the next line is read as a line of its own and usually dropped. Editors do not show the difference.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app \\ \n  --verbose\n",
      good: "[Service]\nExecStart=/usr/bin/app \\\n  --verbose\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app \\\t\nRestart=always\n",
      good: "[Service]\nExecStart=/usr/bin/app\nRestart=always\n",
    },
  ],
  visit: {
    section(block, file, report) {
      if (block.role !== "known") return;
      block.lines.forEach((line, index) => {
        if (line.kind === "entry" || line.kind === "missing-equals")
          check(line, block.lines[index + 1], block, file, report);
      });
    },
  },
});

function check(line: LineSyntax, next: LineSyntax | undefined, block: Block, file: UnitFile, report: Report): void {
  const piece = line.pieces.at(-1);
  if (piece === undefined || piece.kind !== "text") return;
  const text = file.source.text.slice(piece.span.start, piece.span.end);
  const match = /(\\+)([ \t]+)[\r\n\0]*$/.exec(text);
  const [backslashes, blanks] = [match?.[1] ?? "", match?.[2] ?? ""];
  if (match === null || backslashes.length % 2 === 0) return;
  const start = piece.span.start + match.index + backslashes.length;
  const span = { start, end: start + blanks.length };
  const orphan = isOrphan(next, block, file) ? next : undefined;
  report(
    line,
    { start: start - 1, end: span.end },
    {
      message: `Blanks after the backslash keep it from continuing the line`,
      ...(orphan !== undefined && { systemd: "ignores" }),
      effect:
        orphan === undefined
          ? "systemd reads the backslash as part of the value"
          : "systemd reads the backslash as part of the value and drops the next line",
      fixes: [
        {
          title: "Delete the blanks after the backslash",
          safety: "unsafe",
          edits: [{ file: file.source, edits: [{ span, text: "" }] }],
        },
      ],
      ...(orphan !== undefined && { explains: [orphan] }),
    },
  );
}

/** Whether the line below was meant to be part of this one. */
function isOrphan(next: LineSyntax | undefined, block: Block, file: UnitFile): next is LineSyntax {
  if (next?.kind === "missing-equals" || next?.kind === "missing-key") return true;
  if (next?.kind !== "entry") return false;
  const known = block.assignments.some(({ entry, directive }) => entry === next && directive !== undefined);
  return !known && /^[ \t]|^[^A-Za-z]/.test(file.source.text.slice(next.span.start, next.span.start + 1));
}
