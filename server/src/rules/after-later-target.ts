/** Ordering after a target that comes later than the one which starts the unit. */
import { defineRule } from "../lint/rule.ts";
import { declarationOf } from "../model/graph.ts";
import { type NamedUnit, namedUnits } from "../model/named-unit.ts";
import { flagOf } from "../model/reading.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const afterLaterTarget = defineRule({
  id: "after-later-target",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.2.0",
  summary: "A unit waits for a target that comes after the one that wants the unit",
  why: `A target comes after all that it pulls in. A unit that multi-user.target wants and that is to start after graphical.target closes a
circle, as graphical.target comes after multi-user.target: at boot systemd breaks it and leaves out one of them, mostly the
unit. It is the later target that should want the unit.`,
  examples: [
    {
      bad: "[Unit]\nAfter=late.target\n[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=early.target\n",
      good: "[Unit]\nAfter=late.target\n[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=late.target\n",
      beside: { "early.target": "[Unit]\nDescription=Early\n", "late.target": "[Unit]\nAfter=early.target\n" },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (!flagOf(unit.settings, "Unit", "DefaultDependencies", true)) return;
      const wanting = ["WantedBy", "RequiredBy", "UpheldBy"].flatMap(kind => namedUnits(unit, "Install", kind));
      for (const { name, written, place } of wanting.length === 0 ? [] : namedUnits(unit, "Unit", "After")) {
        const earlier = wanting.find(target => isLater(set.unit(name), target, set));
        if (earlier === undefined) continue;
        report(place, {
          message: `${written} comes after ${earlier.written}, which is to start this unit: both cannot be`,
          effect: "systemd breaks the circle at boot and leaves a unit out",
          related: [{ file: earlier.place.file.source, span: earlier.place.span, message: "what starts the unit" }],
        });
      }
    },
  },
});

/** Whether a unit waits for a target that pulls others in by default. */
function isLater(unit: Unit, { name }: NamedUnit, set: UnitSet): boolean {
  const target = set.unit(name);
  if (target.type !== "target" || unit.type !== "target" || target === unit) return false;
  if (!flagOf(target.settings, "Unit", "DefaultDependencies", true)) return false;
  const met = new Set([unit]);
  for (const at of met) {
    for (const { kind, on } of declarationOf(at, set).dependencies) {
      if (kind !== "After") continue;
      const before = set.unit(on);
      if (before === target) return true;
      met.add(before);
    }
  }
  return false;
}
