/** A service for D-Bus without the name that it takes. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const missingBusName = defineRule({
  id: "missing-bus-name",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "Type=dbus without BusName=",
  why: `A service of Type=dbus is up once it has taken its name on the bus, and BusName= says which name that is. A service that has
a BusName= needs no Type=dbus: that is its default then.`,
  examples: [
    {
      bad: "[Service]\nType=dbus\nExecStart=/usr/bin/app\n",
      good: "[Service]\nType=dbus\nBusName=org.example.App\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: unitProblemVisitor("missing-bus-name"),
});
