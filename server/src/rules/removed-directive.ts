/** Directives that systemd still reads and no longer honours. */
import { isRemoved } from "../catalog/catalog.ts";
import { isProtective } from "../catalog/protection.ts";
import { replacementFix, useInstead } from "../lint/replacement.ts";
import { defineRule } from "../lint/rule.ts";
import { hasPartner } from "../model/partner.ts";

export const removedDirective = defineRule({
  id: "removed-directive",
  category: "compatibility",
  severity: "warning",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A directive whose support was removed",
  why: `systemd keeps the names of directives that it has given up, so that old units still load, but the settings do nothing any more: a
MemoryLimit= no longer limits the memory of the service. A unit that also sets what replaced the directive is not blamed.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nMemoryLimit=512M\n",
      good: "[Service]\nExecStart=/usr/bin/app\nMemoryLimit=512M\nMemoryMax=512M\n",
    },
  ],
  visit: {
    assignment(assignment, file, report) {
      const { entry, directive } = assignment;
      if (directive.removed === undefined || !isRemoved(directive, file.catalog.version)) return;
      report(entry, entry.key.span, {
        message: `Support for ${directive.name}= was removed in systemd ${directive.removed}${useInstead(directive)}`,
        severity: isProtective(directive.name) ? "error" : "warning",
        excused: hasPartner(assignment, file),
        fixes: replacementFix(assignment, file),
      });
    },
  },
});
