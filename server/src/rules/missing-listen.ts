/** A socket that listens on nothing. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const missingListen = defineRule({
  id: "missing-listen",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A socket unit without anything to listen on",
  why: `A socket unit needs at least one address, path or queue. An empty assignment of any of these directives clears all of them.`,
  examples: [
    {
      name: "app.socket",
      bad: "[Socket]\nSocketMode=0600\n",
      good: "[Socket]\nListenStream=/run/app.sock\nSocketMode=0600\n",
      beside: { "app.service": "[Service]\nExecStart=/usr/bin/app\n" },
    },
  ],
  visit: unitProblemVisitor("missing-listen"),
});
