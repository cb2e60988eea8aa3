/** Lines that systemd cannot read as a section header or an assignment. */
import type { Fix, Verdict } from "../lint/finding.ts";
import { defineRule, type Report } from "../lint/rule.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { HeaderSyntax, LineSyntax, StraySyntax } from "../syntax/tree.ts";
import { lineEndOf } from "../text/line-ends.ts";
import type { Span } from "../text/span.ts";

export const syntaxError = defineRule({
  id: "syntax-error",
  category: "syntax",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A line that systemd cannot read",
  why: `A unit file consists of section headers, assignments, comments and blank lines; systemd drops a line that is neither and goes on.
A broken section header, a line that is not UTF-8 or one of more than 1 MiB is worse: systemd stops there. In a unit file that means
the unit is refused; in a drop-in the rest of the file is lost without further notice. Often the line was meant to continue the one above, which then lacks its backslash.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\n  --verbose\n",
      good: "[Service]\nExecStart=/usr/bin/app \\\n  --verbose\n",
    },
    { name: "app.target", bad: "[Unit\nDescription=App\n", good: "[Unit]\nDescription=App\n" },
    {
      bad: "Description=App\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nDescription=App\n[Service]\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    section(block, file, report) {
      if (block.header !== undefined) reportHeader(block.header, block, file, report);
      const placeholder = block.lines.find(({ kind }) => kind === "placeholder");
      for (const line of block.lines) {
        // In a skeleton, a placeholder above may become the header.
        const isHeaded = placeholder !== undefined && placeholder.span.start < line.span.start;
        if (
          block.role !== "preamble" ||
          !isHeaded ||
          line.kind === "not-utf8" ||
          line.kind === "overlong" ||
          isMarkedComment(line, file)
        )
          reportLine(line, block, file, report);
      }
    },
  },
});

function reportHeader(header: HeaderSyntax, block: Block, file: UnitFile, report: Report): void {
  if (block.fault === undefined) return;
  const written = header.content.text;
  const fixed = `[${block.section}]`;
  const meant = block.role === "known" ? `; did you mean ${fixed}?` : "";
  const messages = {
    unclosed: /^\[[^\]]+\]/.test(written)
      ? `Nothing may follow a section header on its line${meant}`
      : `Section header ${written} lacks its closing bracket${meant}`,
    empty: "Section header [] names no section",
    unsafe: `Section header ${written} has a character that no section name may have${meant}`,
  };
  report(header, header.content.span, {
    message: messages[block.fault],
    ...givesUp(file),
    fixes: block.role === "known" ? [headerFix(header, fixed, file)] : [],
  });
}

/** What follows a closed header on its line goes to a line of its own; a comment stays one. */
function headerFix(header: HeaderSyntax, fixed: string, file: UnitFile): Fix {
  const rest = /^\[[^\]]*\][ \t]*(.*)$/s.exec(header.content.text)?.[1] ?? "";
  const text = rest.replaceAll("]", "") === "" ? fixed : `${fixed}${lineEndOf(file.source)}${rest}`;
  const edits = [{ file: file.source, edits: [{ span: header.content.span, text }] }];
  return { title: `Write ${fixed}${text === fixed ? "" : " on a line of its own"}`, safety: "unsafe", edits };
}

function givesUp({ name, stop, source }: UnitFile): { systemd: Verdict; effect: string } {
  const line = stop === undefined ? 1 : source.position(stop.line.span.start).line;
  if (name.role === "fragment")
    return { systemd: "refuses", effect: `systemd stops reading at line ${line} and refuses the unit` };
  const effect = `systemd stops reading at line ${line} and ignores the rest of this drop-in`;
  return stop?.reason === "overlong"
    ? { systemd: "silent", effect: `${effect}, without a word` }
    : { systemd: "ignores", effect };
}

function reportLine(line: LineSyntax, block: Block, file: UnitFile, report: Report): void {
  if (!("content" in line) || line.kind === "header" || (line.kind === "entry" && block.role !== "preamble")) return;
  const { span } = line.content;
  if (line.kind === "not-utf8") {
    report(line, span, { message: "This line is not valid UTF-8", ...givesUp(file) });
  } else if (line.kind === "overlong") {
    const start = { start: line.span.start, end: Math.min(line.span.end, line.span.start + 80) };
    report(line, start, {
      message: "This line is longer than the 1 MiB that systemd reads",
      severity: "error",
      ...givesUp(file),
    });
  } else if (isMarkedComment(line, file)) {
    reportMark(line, file, report);
  } else if (block.role === "preamble") {
    const what = line.kind === "entry" ? `${line.key.text}=` : "This line";
    report(line, line.kind === "entry" ? line.key.span : span, {
      message: `${what} stands before the first section header`,
    });
  } else if (block.role === "known" && line.kind !== "entry") {
    const isBlank = line.content.text.trim() === "";
    report(line, span, {
      message: isBlank ? otherBlanks : strayMessage(line, file),
      fixes: isBlank ? [deletesBlanks(span, file)] : [],
    });
  }
}

/** A comment behind a byte order mark: systemd looks for comments first. */
function isMarkedComment({ span, kind }: LineSyntax, { source: { text } }: UnitFile): boolean {
  return kind !== "header" && /^\uFEFF[#;]/.test(text.slice(span.start, span.start + 2));
}

function reportMark(line: LineSyntax, file: UnitFile, report: Report): void {
  const span = { start: line.span.start, end: line.span.start + 1 };
  const edits = [{ file: file.source, edits: [{ span, text: "" }] }];
  report(line, span, {
    message: "The byte order mark before the # keeps this line from being a comment; delete it",
    fixes: [{ title: "Delete the byte order mark", safety: "safe", edits }],
  });
}

/** Seen in: nvidia-holoscan/holoscan-sensor-bridge#117. */
const otherBlanks =
  "This line looks blank, but holds no-break spaces or their like, which systemd takes for letters; delete them";

function deletesBlanks(span: Span, { source }: UnitFile): Fix {
  return { title: "Delete them", safety: "safe", edits: [{ file: source, edits: [{ span, text: "" }] }] };
}

function strayMessage({ kind, content: { text } }: StraySyntax, file: UnitFile): string {
  if (kind === "missing-key") return "There is no directive name before the =";
  if (/^(?:\/\/|--(?:\s|$))/.test(text)) return "This line has no =; a comment starts with # or ;";
  const section = file.catalog.sectionsOf(file.name.type).find(name => text === `${name}]` || text === name);
  if (section !== undefined) return `This line has no =; did you mean [${section}]?`;
  const key = /^([A-Za-z]+)\s*:/.exec(text)?.[1];
  if (key !== undefined) return `This line has no =; did you mean ${key}=?`;
  return "This line has no =; if it continues the line above, that line must end in a backslash";
}
