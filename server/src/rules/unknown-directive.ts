/** Directives that systemd knows in no section. */
import { everKnown } from "../catalog/catalog.ts";
import type { Fix } from "../lint/finding.ts";
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
      report(entry, entry.key.span, {
        message: `Unknown directive ${name}= in [${section}]${hint}`,
        fixes: rename === undefined ? [] : [fix(assignment, rename, file)],
      });
    },
  },
});

interface Suggestion {
  readonly hint: string;
  /** The name to put instead, where it belongs in this very section. */
  readonly rename?: string;
}

/** Names that people make up, for what needs none. Seen in: ltb-project/slapd-cli#14, tomasz-c/nft-blackhole#1. */
const needless: ReadonlyMap<string, string> = new Map([
  ["ExecRestart", "systemctl restart runs the commands of ExecStop= and ExecStart=; delete the line"],
]);

/** `ConditionPathExists!=`, with the sign of the value before the `=`. Seen in: systemd/systemd#25514. */
const signedCondition = /^((?:Condition|Assert)[A-Za-z0-9]+)\s*([|!]+)$/;

function fix({ entry }: Assignment, rename: string, file: UnitFile): Fix {
  const sign = signedCondition.exec(entry.key.text)?.[2];
  const at = entry.value.span.start;
  const edits = [
    { span: entry.key.span, text: rename },
    ...(sign === undefined ? [] : [{ span: { start: at, end: at }, text: sign }]),
  ];
  const title = sign === undefined ? `Rename to ${rename}=` : `Write ${rename}=${sign}`;
  return { title, safety: "unsafe", edits: [{ file: file.source, edits }] };
}

function suggestion({ entry, section }: Assignment, { catalog, name }: UnitFile): Suggestion {
  const written = entry.key.text;
  const [, stem, sign] = signedCondition.exec(written) ?? [];
  const condition = stem === undefined ? undefined : nearest(stem, catalog.namesIn(section));
  if (condition !== undefined)
    return { hint: `; the ${sign} belongs behind the =: ${condition}=${sign}…`, rename: condition };
  const instead = needless.get(written);
  if (instead !== undefined) return { hint: `; ${instead}` };
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
