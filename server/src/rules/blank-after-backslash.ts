/** A backslash that was meant to continue a line, but blanks follow it. */
import type { Fix } from "../lint/finding.ts";
import { orphanAfter } from "../lint/orphan.ts";
import { defineRule, type Report } from "../lint/rule.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { LineSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";

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
      for (const line of block.lines) {
        const mayContinue = line.kind === "entry" || line.kind === "missing-equals";
        if (mayContinue && line.content.text.endsWith("\\")) check(line, block, file, report);
      }
    },
  },
});

function check(line: LineSyntax, block: Block, file: UnitFile, report: Report): void {
  const piece = line.pieces.at(-1);
  if (piece === undefined || piece.kind !== "text") return;
  const text = file.source.text.slice(piece.span.start, piece.span.end);
  const match = /([ \t]*)(\\+)([ \t]+)[\r\n\0]*$/.exec(text);
  const [before, backslashes, blanks] = [match?.[1] ?? "", match?.[2] ?? "", match?.[3] ?? ""];
  if (match === null || backslashes.length % 2 === 0) return;
  const start = piece.span.start + match.index + before.length + backslashes.length;
  const span = { start: start - 1, end: start + blanks.length };
  const next = block.lines[block.lines.indexOf(line) + 1];
  const orphan = orphanAfter(line, block, file);
  report(line, span, {
    message: "Blanks after the backslash keep it from continuing the line",
    ...(orphan === undefined ? harmless : losesLine),
    explains: orphan === undefined ? [line] : [line, orphan],
    fixes: [
      orphan === undefined && next?.kind !== "placeholder"
        ? deletes(
            "the backslash",
            { start: start - 1 - (backslashes.length === 1 ? before.length : 0), end: span.end },
            file,
          )
        : deletes("the blanks after the backslash", { start, end: span.end }, file),
    ],
  });
}

const harmless = { effect: "systemd reads the backslash as part of the value" };
const losesLine = {
  systemd: "ignores",
  effect: "systemd reads the backslash as part of the value and drops the next line",
} as const;

function deletes(what: string, span: Span, file: UnitFile): Fix {
  return { title: `Delete ${what}`, safety: "unsafe", edits: [{ file: file.source, edits: [{ span, text: "" }] }] };
}
