/** Directives that systemd knows, but not in the section where they stand. */
import { everKnown } from "../catalog/catalog.ts";
import type { Fix } from "../lint/finding.ts";
import { defineRule } from "../lint/rule.ts";
import type { Assignment } from "../model/assignment.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { lineEndOf } from "../text/line-ends.ts";

export const misplacedDirective = defineRule({
  id: "misplaced-directive",
  category: "correctness",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A directive in a section where systemd does not read it",
  why: `Every directive belongs to certain sections, and some to certain types of unit only. Elsewhere systemd treats it like a name it
has never heard of: the line is dropped and the setting has no effect.`,
  examples: [
    {
      bad: "[Unit]\nDescription=App\nRestart=always\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nDescription=App\n[Service]\nRestart=always\nExecStart=/usr/bin/app\n",
    },
    {
      name: "app.timer",
      bad: "[Timer]\nOnBootSec=1min\nExecStart=/usr/bin/app\n",
      good: "[Timer]\nOnBootSec=1min\nUnit=app.service\n",
    },
  ],
  visit: {
    unknown(assignment, file, report) {
      const { entry, section } = assignment;
      const name = entry.key.text;
      const sections = file.catalog.sectionsWith(name);
      if (sections.length === 0 || everKnown(section, name) !== undefined) return;
      const here = sections.filter(candidate => file.catalog.sectionsOf(file.name.type).includes(candidate));
      report(entry, entry.key.span, {
        message: `${name}= has no effect in [${section}]; it belongs in ${homes(here.length > 0 ? here : sections, here.length > 0, file)}`,
        fixes: here[0] === undefined ? [] : moves(assignment, here[0], file),
      });
    },
  },
});

function homes(sections: readonly string[], sameType: boolean, { catalog }: UnitFile): string {
  const named = sections.map(section => `[${section}]`);
  const list = named.length > 1 ? `${named.slice(0, -1).join(", ")} or ${named.at(-1)}` : named.join("");
  if (sameType) return list;
  const types = sections.flatMap(section => catalog.unitTypesWith(section)).map(type => `.${type}`);
  return types.length > 3
    ? `${list}, which this type of unit does not have`
    : `${list} of a ${types.join(" or ")} unit`;
}

/** Moves the line behind the last one of the first block of its section, where the file has one; never out of a skeleton's branch. */
function moves({ entry }: Assignment, section: string, file: UnitFile): Fix[] {
  const block = file.blocks.find(candidate => candidate.section === section && candidate.fault === undefined);
  if (block?.header === undefined) return [];
  const last = block.assignments.at(-1)?.entry ?? block.header;
  if (entry.unfinished || last.unfinished || file.syntax.placeholders.length > 0) return [];
  const written = file.source.text.slice(entry.span.start, entry.span.end);
  const lineEnd = lineEndOf(file.source);
  const text = endsLine(written) ? written : `${written}${lineEnd}`;
  const ended = endsLine(file.source.text.slice(0, last.span.end));
  const insert = { span: { start: last.span.end, end: last.span.end }, text: ended ? text : `${lineEnd}${text}` };
  const edits = [{ span: entry.span, text: "" }, insert];
  return [{ title: `Move to [${section}]`, safety: "unsafe", edits: [{ file: file.source, edits }] }];
}

function endsLine(text: string): boolean {
  return /[\r\n\0]$/.test(text);
}
