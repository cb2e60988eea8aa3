/** Settings and section headers that a backslash at the end of the line above makes part of a value. Seen in: NixOS/nixpkgs#63533 (there past blank lines). */
import type { Fix } from "../lint/finding.ts";
import { defineRule, type Report } from "../lint/rule.ts";
import type { Place } from "../model/place.ts";
import { unitProblems } from "../model/refusals/index.ts";
import { type Swallowed, swallowedBy } from "../model/swallowed.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { EntrySyntax, LineSyntax, PieceSyntax } from "../syntax/tree.ts";

export const swallowedLine = defineRule({
  id: "swallowed-line",
  category: "syntax",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  verify: false,
  summary: "A backslash makes the next setting part of a value",
  why: `A backslash at the very end of a line continues it on the next line that is no comment; a blank one ends the value (but not in systemd 242). Where a
backslash stays behind the last argument of a command, the next setting is handed to the program as one more argument: Restart=always does nothing, and the
program refuses the word, or takes it for the name of a file. With a header, all that stands below it is read as part of the section above, so that
[Install] is not seen and the unit cannot be enabled. Delete the backslash. It is an error where systemd drops a line for it, or refuses the unit, as it
misses what was swallowed. Lines that are indented are left alone, as are the arguments of systemd-run, which takes settings: indent a line that is meant
as an argument.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app \\\n  --verbose \\\nRestart=always\n",
      good: "[Service]\nExecStart=/usr/bin/app \\\n  --verbose\nRestart=always\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app --verbose \\\n[Install]\nWantedBy=multi-user.target\n",
      good: "[Service]\nExecStart=/usr/bin/app --verbose\n[Install]\nWantedBy=multi-user.target\n",
    },
  ],
  visit: {
    section(block, file, report) {
      if (block.role !== "known") return;
      for (const line of block.lines) if (line.kind === "entry") check(line, block, file, report);
    },
    unit(unit, { set }, report) {
      const refusal = unitProblems(unit, set).find(({ verdict }) => verdict === "refuses");
      const lost = (refusal?.because ?? []).flatMap(place => lossOf(place) ?? []);
      for (const { line, file, swallowed } of new Map(lost.map(loss => [loss.line, loss])).values()) {
        report(
          { file, line, span: swallowed.span },
          {
            message: `${told(swallowed, line, file)}, and systemd refuses the unit without it; delete it`,
            systemd: "refuses",
            fixes: deletesBackslash(swallowed.culprit, file),
          },
        );
      }
    },
  },
});

function check(line: EntrySyntax, block: Block, file: UnitFile, report: Report): void {
  const swallowed = swallowedBy(line, file);
  if (swallowed === undefined) return;
  const { section, span, culprit } = swallowed;
  report(line, span, {
    message: `${told(swallowed, line, file)}; delete it`,
    effect: `systemd reads it as part of the value${section === undefined ? "" : ", and what follows as part of the section above"}`,
    explains: [line, ...misplacedBelow(line, section, block, file)],
    fixes: deletesBackslash(culprit, file),
  });
}

function told({ name, culprit }: Swallowed, { key }: EntrySyntax, { source }: UnitFile): string {
  return `The backslash at the end of line ${source.position(culprit.span.start).line} makes ${name} part of ${key.text}=`;
}

/** The line that swallowed what stands, or should stand, at a place. */
function lossOf({ file, line }: Place) {
  const block = file.blocks.find(({ role, lines }) => role === "known" && lines.includes(line));
  for (const above of block?.lines ?? []) {
    const swallowed = above.kind === "entry" ? swallowedBy(above, file) : undefined;
    if (block === undefined || swallowed === undefined || above.kind !== "entry") continue;
    const lost = above === line || misplacedBelow(above, swallowed.section, block, file).includes(line);
    if (lost) return { file, line: above, swallowed };
  }
  return undefined;
}

/** What would be in its own section but for the lost header. */
function misplacedBelow(
  line: LineSyntax,
  section: string | undefined,
  { lines, section: here }: Block,
  { catalog }: UnitFile,
): readonly LineSyntax[] {
  if (section === undefined) return [];
  return lines
    .slice(lines.indexOf(line) + 1)
    .filter(
      below =>
        below.kind === "entry" &&
        catalog.directive(here, below.key.text) === undefined &&
        catalog.directive(section, below.key.text) !== undefined,
    );
}

function deletesBackslash({ span }: PieceSyntax, { source }: UnitFile): readonly Fix[] {
  const text = source.text.slice(span.start, span.end);
  const match = /[ \t]*\\(?=[\r\n\0]*$)/.exec(text);
  if (match === null) return [];
  const start = span.start + match.index;
  const edits = [{ file: source, edits: [{ span: { start, end: start + match[0].length }, text: "" }] }];
  return [{ title: "Delete the backslash", safety: "unsafe", edits }];
}
