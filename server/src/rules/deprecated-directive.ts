/** Directives whose name or idea is old, and which systemd still honours. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Directive } from "../catalog/directive.ts";
import { replacementFix, useInstead } from "../lint/replacement.ts";
import { defineRule } from "../lint/rule.ts";
import { hasPartner } from "../model/partner.ts";

export const deprecatedDirective = defineRule({
  id: "deprecated-directive",
  category: "compatibility",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A directive that another one replaced",
  why: `systemd goes on to honour old names for many years, in silence or with a line in the log, before it gives them up. The new name does
more, or says better what it does, and is the one that the manual documents. Only what the target's systemd already knows is suggested.
Of directives that merely moved to [Unit] and still work in [Service], as systemd's own units use them, only the preset all tells.`,
  examples: [
    {
      bad: "[Unit]\nBindTo=a.service\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nBindsTo=a.service\n[Service]\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    assignment(assignment, file, report) {
      const { entry, directive } = assignment;
      const { version } = file.catalog;
      const replacement = directive.replacedBy;
      if (replacement === undefined || replacement.since > version) return;
      if (isRemoved(directive, version)) return;
      const isTwice = hasPartner(assignment, file);
      const noted = replacement.notedSince !== undefined && replacement.notedSince <= version;
      report(entry, entry.key.span, {
        message: message(directive),
        ...(noted ? { systemd: "notes" } : { effect: "systemd honours the old name and says nothing" }),
        excused: isTwice,
        pedantic: replacement.to?.name === directive.name,
        fixes: replacementFix(assignment, file, isTwice ? "unsafe" : "safe"),
      });
    },
  },
});

/** What no other directive does. */
const hints: ReadonlyMap<string, string> = new Map([
  ["PermissionsStartOnly", "; write + before each command that needs root, such as ExecStartPre=+/usr/bin/mkdir"],
]);

function message(directive: Directive): string {
  const to = directive.replacedBy?.to;
  if (to?.name === directive.name) return `${directive.name}= has moved to [${to.section}]`;
  return `${directive.name}= is old${hints.get(directive.name) ?? useInstead(directive)}`;
}
