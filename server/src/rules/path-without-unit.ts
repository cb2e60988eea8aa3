/** Path units whose unit to start does not exist. */
import { missingTrigger } from "../lint/missing-trigger.ts";
import { defineRule } from "../lint/rule.ts";

export const pathWithoutUnit = defineRule({
  id: "path-without-unit",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A path unit starts a unit that does not exist",
  why: `A path unit starts the service of its own name, or what Unit= says. Where that is not there, systemd refuses to start the path unit,
and nothing ever watches; systemd-analyze verify says nothing. One that lies alone is left in peace, as its service may come from
elsewhere.`,
  examples: [
    {
      name: "spool.path",
      bad: "[Path]\nDirectoryNotEmpty=/var/spool/app\n",
      good: "[Path]\nDirectoryNotEmpty=/var/spool/app\nUnit=spooler.service\n",
      beside: { "spooler.service": "[Service]\nExecStart=/usr/bin/spooler\n" },
    },
  ],
  verify: false,
  visit: {
    unit(unit, { set }, report) {
      const missing = unit.type === "path" ? missingTrigger(unit, set) : undefined;
      if (missing !== undefined) report(missing.place, missing.problem);
    },
  },
});
