/** Ordering after network-online.target, which nothing pulls in. */
import { addLine } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { declarationOf } from "../model/graph.ts";
import { namedUnits } from "../model/named-unit.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const afterWithoutWants = defineRule({
  id: "after-without-wants",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit is ordered after network-online.target, and nothing pulls that in",
  why: `After= orders units that are started anyway and starts nothing. Nobody but its users starts network-online.target: unless some other
unit happens to want it, the service does not wait for the network at all. Wants=network-online.target belongs beside it. It is
different with network.target, which what sets up the network pulls in, and of which After= alone is right. Drop-ins for the units
of others are left alone.`,
  examples: [
    {
      bad: "[Unit]\nAfter=network-online.target\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nAfter=network-online.target\nWants=network-online.target\n[Service]\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Unit]\nAfter=network-online.target\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nAfter=network.target\n[Service]\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (set.manager === "user" || !isOrderedAfter(unit, set)) return;
      const ordered = namedUnits(unit, "Unit", "After").find(({ name }) => name === online);
      if (ordered === undefined || ordered.at.file !== unit.fragment || isPulledIn(unit, set)) return;
      report(ordered.place, {
        message: `After=${online} starts nothing; add Wants=${online} so that the unit does wait for the network`,
        effect: "systemd orders the unit after the target only where something else starts that",
        fixes: addLine(ordered.place, `Wants=${online}`),
      });
    },
  },
});

const online = "network-online.target";

/** The quick way, for the many that are not. */
function isOrderedAfter(unit: Unit, set: UnitSet): boolean {
  return declarationOf(unit, set).dependencies.some(({ kind, on }) => kind === "After" && on === online);
}

/** By the unit, or by something that it starts; or it is one of those that make the network. */
function isPulledIn(unit: Unit, set: UnitSet): boolean {
  if (pulled(unit, set).includes(online)) return true;
  const started = [unit, ...pulled(unit, set).map(name => set.unit(name))];
  return (
    started.some(({ names }) => names.includes(online)) || started.some(other => pulled(other, set).includes(online))
  );
}

const pulling: ReadonlySet<string> = new Set(["Wants", "Requires", "Requisite", "BindsTo", "Upholds"]);

function pulled(unit: Unit, set: UnitSet): readonly string[] {
  return declarationOf(unit, set).dependencies.flatMap(({ kind, on }) => (pulling.has(kind) ? [on] : []));
}
