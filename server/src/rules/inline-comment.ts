/** Comments behind a value, which systemd reads as part of it. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Fix, Verdict } from "../lint/finding.ts";
import { orphanAfter } from "../lint/orphan.ts";
import { defineRule, type ReportedProblem } from "../lint/rule.ts";
import type { Assignment } from "../model/assignment.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { parseValue } from "../model/value.ts";
import { anyComment, commandComment, findTrailingComment, loneComment } from "../syntax/trailing-comment.ts";
import type { LineSyntax } from "../syntax/tree.ts";
import { lineEndOf } from "../text/line-ends.ts";
import type { Span } from "../text/span.ts";
import type { Consequence, ValueProblem } from "../values/kind.ts";

export const inlineComment = defineRule({
  id: "inline-comment",
  category: "suspicious",
  severity: "warning",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A comment behind a value is part of the value",
  why: `Unit files know comments on lines of their own only. Behind a value, # and ; are ordinary characters: a boolean or a number
becomes invalid and is dropped, the words of the comment become unit names or paths, and in a command line they become arguments
of the command. Texts that may hold such characters, Description= among them, are not judged.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nRestart=always # keep it up\n",
      good: "[Service]\nExecStart=/usr/bin/app\n# keep it up\nRestart=always\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app --port 80 # the port\n",
      good: "[Service]\nExecStart=/bin/sh -c 'true # fine'\nExecStartPost=/usr/bin/app --colour #fff\n",
    },
    {
      name: "app.target",
      bad: "[Unit]\nAfter=network.target ; needs the network\n",
      good: "[Unit]\nDescription=Nr; 5 # five\nDocumentation=https://example.org/#top\n",
    },
  ],
  visit: {
    assignment(assignment, file, report) {
      const { entry, directive } = assignment;
      const { text } = entry.value;
      if (isRemoved(directive, file.catalog.version)) return;
      if (freeText.has(directive.kind) || !/(?:^|[ \t])[#;]/.test(text)) return;
      const problems = assignment.parsed?.problems ?? [];
      const span = findTrailingComment(text, patternFor(directive.kind, worst(problems)));
      if (span === undefined) return;
      const value = text.slice(0, span.start).trimEnd().replace(/\\$/, "").trimEnd();
      const others = value === "" ? [] : (parseValue(directive, value, file.reader)?.problems ?? []);
      const consequence = worst(problems.filter(problem => !others.some(other => other.message === problem.message)));
      report(entry, entry.value.toSource(span), {
        ...describe(assignment, consequence, span, file),
        ...(others.length === 0 && { explains: consequences(assignment, span, file) }),
      });
    },
  },
});

/** Any text is welcome here, so a # proves nothing. */
const freeText: ReadonlySet<string> = new Set([
  "string",
  "literal-string",
  "reboot-argument",
  "input-text",
  "credential-text",
  "extended-attribute",
  "log-filter-pattern",
]);

/** What systemd does about the gravest of them. */
function worst(problems: readonly ValueProblem[]): Consequence {
  return order.find(consequence => problems.some(problem => problem.consequence === consequence)) ?? "silent";
}

const order: readonly Consequence[] = ["fatal", "drops-line", "drops-piece", "notes"];

function patternFor(kind: string, consequence: Consequence): RegExp {
  if (kind === "command-line") return commandComment;
  return consequence === "silent" ? loneComment : anyComment;
}

function describe(assignment: Assignment, consequence: Consequence, span: Span, file: UnitFile): ReportedProblem {
  const { entry, section, directive } = assignment;
  const { systemd, effect } = verdict(directive?.kind ?? "", section, consequence, file.name.role === "fragment");
  const losesLine = consequences(assignment, span, file).length > 1;
  return {
    message: `A comment behind a value is part of the value of ${entry.key.text}=`,
    systemd,
    effect: losesLine ? `${effect}, and drops the next line` : effect,
    fixes: fixes(assignment, span, file),
    ...(losesLine && { severity: "error" }),
  };
}

/** The line itself, and the next one where the comment keeps a backslash from continuing. */
function consequences(assignment: Assignment, { start }: Span, file: UnitFile): LineSyntax[] {
  const { entry } = assignment;
  const block = file.blocks.find(({ assignments }) => assignments.includes(assignment));
  const broken = entry.value.text.slice(0, start).trimEnd().endsWith("\\");
  const orphan = broken && block !== undefined ? orphanAfter(entry, block, file) : undefined;
  return orphan === undefined ? [entry] : [entry, orphan];
}

/** Where lines below continue the comment, only a person knows which of them belong to it. */
function fixes({ entry }: Assignment, { start }: Span, file: UnitFile): Fix[] {
  const comment = entry.value.slice(start);
  const last = entry.pieces.findLast(({ kind }) => kind === "text");
  if (last === undefined || comment.span.start < last.span.start) return [];
  const lineStart = { start: entry.span.start, end: entry.span.start };
  const value = entry.value.text.slice(0, start).trimEnd();
  const remove = { start: entry.value.toSource({ start: 0, end: value.length }).end, end: comment.span.end };
  const edits = [
    { span: lineStart, text: `${comment.text}${lineEndOf(file.source)}` },
    { span: remove, text: "" },
  ];
  return [{ title: "Move the comment to a line of its own", safety: "unsafe", edits: [{ file: file.source, edits }] }];
}

function verdict(
  kind: string,
  section: string,
  consequence: Consequence,
  fragment: boolean,
): { systemd: Verdict; effect: string } {
  switch (consequence) {
    case "fatal":
      return fragment
        ? { systemd: "refuses", effect: "systemd cannot read the value and refuses the unit" }
        : { systemd: "ignores", effect: "systemd cannot read the value and ignores the rest of this drop-in" };
    case "drops-line":
      return { systemd: "ignores", effect: "systemd finds the value invalid and ignores the line" };
    case "drops-piece":
      return {
        systemd: "ignores",
        effect: "systemd tries each word of the comment as a value and drops what it cannot use",
      };
    case "notes":
      return { systemd: "notes", effect: "systemd complains, and takes the comment as part of the value" };
    default:
      return { systemd: "silent", effect: silentEffect(kind, section) };
  }
}

function silentEffect(kind: string, section: string): string {
  if (kind === "command-line") return "systemd passes the words of the comment to the command as arguments";
  if (section === "Install") return "`systemctl enable` takes the words of the comment for unit names";
  return "systemd takes the comment as part of the value and says nothing";
}
