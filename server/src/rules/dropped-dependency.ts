/** Dependencies that systemd does not take. */
import { dropWord } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { namedUnits } from "../model/named-unit.ts";

export const droppedDependency = defineRule({
  id: "dropped-dependency",
  category: "correctness",
  severity: "warning",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A dependency that systemd drops, because the type of unit cannot have it",
  why: `A device appears when the kernel says so: nothing can be ordered before it, and systemd drops such a Before=. Slices and devices never
fail, so their OnFailure= is dropped too.`,
  examples: [
    {
      bad: "[Unit]\nBefore=dev-sdb.device\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nAfter=dev-sdb.device\n[Service]\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const told = { severity: "warning", effect: "systemd complains and drops this dependency" } as const;
      for (const { name, written, place } of namedUnits(unit, "Unit", "Before")) {
        if (set.unit(name).type !== "device") continue;
        const message = `Nothing can be ordered before ${written}: devices appear when the kernel finds them`;
        report(place, { message, ...told, fixes: dropWord(place) });
      }
      if (unit.type !== "slice" && unit.type !== "device") return;
      for (const { place } of namedUnits(unit, "Unit", "OnFailure"))
        report(place, { message: `A ${unit.type} never fails, so OnFailure= does nothing`, ...told });
    },
  },
});
