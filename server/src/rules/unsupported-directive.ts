/** Directives that the target's systemd does not have yet, or no longer. */
import { everKnown, isRemoved } from "../catalog/catalog.ts";
import type { Directive } from "../catalog/directive.ts";
import { isProtective } from "../catalog/protection.ts";
import { predecessors } from "../catalog/succession.ts";
import { isKnown } from "../catalog/versions.ts";
import { defineRule } from "../lint/rule.ts";
import { hasPartner } from "../model/partner.ts";

export const unsupportedDirective = defineRule({
  id: "unsupported-directive",
  category: "compatibility",
  severity: "warning",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A directive that the target's systemd does not have",
  why: `The host that runs the unit is seldom the newest. A directive that its systemd does not know yet is dropped like a typo, and the
service runs without it: without its sandbox, if that is what the directive was for. Then it is an error. A unit may serve old and new
versions by setting the old name and the new one; that is not blamed.`,
  examples: [
    {
      target: "247",
      bad: "[Service]\nExecStart=/usr/bin/app\nExtensionImages=/srv/extra.raw\n",
      good: "[Service]\nExecStart=/usr/bin/app\nRootImage=/srv/app.raw\n",
    },
    {
      target: "229",
      bad: "[Service]\nExecStart=/usr/bin/app\nMemoryMax=1G\n",
      good: "[Service]\nExecStart=/usr/bin/app\nMemoryLimit=1G\nMemoryMax=1G\n",
    },
  ],
  visit: {
    unknown(assignment, file, report) {
      const { entry, section } = assignment;
      const row = everKnown(section, entry.key.text);
      if (row === undefined) return;
      const { version } = file.catalog;
      const older =
        row.since > version
          ? predecessors(row).find(old => isKnown(old, version) && !isRemoved(old, version))
          : undefined;
      report(entry, entry.key.span, {
        message: `${row.name}= ${lifetime(row, version)}${older === undefined ? "" : `; before, ${written(older, section)} did it`}`,
        severity: isProtective(row.name) ? "error" : "warning",
        excused: hasPartner(assignment, file),
      });
    },
  },
});

function lifetime({ since, until, replacedBy }: Directive, version: number): string {
  if (since > version) return `came with systemd ${since}`;
  const to = replacedBy?.to;
  return `went with systemd ${(until ?? 0) + 1}${to === undefined ? "" : `; use ${to.name}=`}`;
}

function written({ section, name }: Directive, here: string): string {
  return section === here ? `${name}=` : `${name}= in [${section}]`;
}
