/** A directive of which only the last assignment counts, assigned twice in one file. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Directive } from "../catalog/directive.ts";
import { defineRule, type Report } from "../lint/rule.ts";
import type { Assignment } from "../model/assignment.ts";
import { isMasked } from "../model/placeholder.ts";
import type { UnitFile } from "../model/unit-file.ts";

export const duplicateDirective = defineRule({
  id: "duplicate-directive",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A directive is assigned twice in one file, and only the last assignment counts",
  why: `Some directives collect what is assigned to them, others keep only the last value. For the latter an earlier assignment in the same
file is dead text, and whoever edits it wonders why nothing changes. Overriding a value from a drop-in is fine, and so is an
empty assignment before the real one.`,
  examples: [
    {
      bad: "[Service]\nType=simple\nExecStart=/usr/bin/app\nType=notify\n",
      good: "[Service]\nType=notify\nExecStart=/usr/bin/app\nExecStartPost=/usr/bin/a\nExecStartPost=/usr/bin/b\n",
    },
    {
      name: "app.target",
      bad: "[Unit]\nDescription=App\nDescription=Application\n",
      good: "[Unit]\nDescription=\nDescription=Application\n",
    },
  ],
  visit: {
    file(file, report) {
      const last = new Map<Directive, Assignment>();
      for (const { assignments } of file.blocks) {
        for (const assignment of assignments) {
          const { directive } = assignment;
          if (directive?.repeat !== "last-wins" || isRemoved(directive, file.catalog.version)) continue;
          const earlier = last.get(directive);
          if (earlier !== undefined && !isAlternative(earlier, assignment, file))
            reportPair(earlier, assignment, file, report);
          last.set(directive, assignment);
        }
      }
    },
  },
});

function reportPair({ entry: earlier }: Assignment, { entry }: Assignment, file: UnitFile, report: Report): void {
  if (earlier.value.text === "") return;
  const { line } = file.source.position(earlier.span.start);
  const same = earlier.value.text === entry.value.text;
  const message = same
    ? `${entry.key.text}= was set to the same value at line ${line}`
    : `${entry.key.text}= was set at line ${line} already; only this last value counts`;
  report(entry, entry.key.span, {
    message,
    ...(same && { severity: "info" }),
    effect: "systemd takes the last value and says nothing",
    related: [
      { file: file.source, span: earlier.content.span, message: same ? "the same value" : "this value is lost" },
    ],
  });
}

/** In a skeleton, `{% if %}` … `{% else %}` between two assignments makes them alternatives. */
function isAlternative({ entry: earlier }: Assignment, { entry }: Assignment, file: UnitFile): boolean {
  if (isMasked(earlier.value.text) && isMasked(entry.value.text)) return true;
  return file.syntax.placeholders.some(({ start, end }) => {
    if (start < earlier.span.end || end > entry.span.start) return false;
    return /^\s*$/.test(file.source.text.slice(file.source.lineSpan(file.source.position(start).line).start, start));
  });
}
