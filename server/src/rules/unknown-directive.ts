/** Directives that systemd knows in no section. */
import { everKnown } from "../catalog/catalog.ts";
import { defineRule } from "../lint/rule.ts";
import type { Assignment } from "../model/assignment.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { nearest } from "../text/nearest.ts";

export const unknownDirective = defineRule({
  id: "unknown-directive",
  category: "correctness",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A directive that systemd does not know",
  why: `systemd drops an assignment whose name it does not know and starts the unit without it; only a line in the log tells. A typo in
User= or NoNewPrivileges= thus runs the service as root or without its sandbox. Names are case-sensitive. Names that start
with X- belong to other programs and are left alone.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nRestrat=always\n",
      good: "[Service]\nExecStart=/usr/bin/app\nRestart=always\n",
    },
    { bad: "[Service]\nexecstart=/usr/bin/app\n", good: "[Service]\nExecStart=/usr/bin/app\nX-Vendor=1\n" },
  ],
  visit: {
    unknown(assignment, file, report) {
      const { entry, section } = assignment;
      const name = entry.key.text;
      if (file.catalog.sectionsWith(name).length > 0 || everKnown(section, name) !== undefined) return;
      const { hint, rename } = suggestion(assignment, file);
      const edits =
        rename === undefined ? [] : [{ file: file.source, edits: [{ span: entry.key.span, text: rename }] }];
      report(entry, entry.key.span, {
        message: `Unknown directive ${name}= in [${section}]${hint}`,
        fixes: rename === undefined ? [] : [{ title: `Rename to ${rename}=`, safety: "unsafe", edits }],
      });
    },
  },
});

interface Suggestion {
  readonly hint: string;
  /** The name to put instead, where it belongs in this very section. */
  readonly rename?: string;
}

function suggestion({ entry, section }: Assignment, { catalog, name }: UnitFile): Suggestion {
  const written = entry.key.text;
  const here = nearest(written, catalog.namesIn(section));
  if (here !== undefined) {
    const reason =
      here.toLowerCase() === written.toLowerCase() ? "; names are case-sensitive: did you mean" : "; did you mean";
    return { hint: `${reason} ${here}=?`, rename: here };
  }
  for (const other of catalog.sectionsOf(name.type)) {
    const there = other === section ? undefined : nearest(written, catalog.namesIn(other));
    if (there !== undefined) return { hint: `; did you mean ${there}= in [${other}]?` };
  }
  return { hint: "" };
}
