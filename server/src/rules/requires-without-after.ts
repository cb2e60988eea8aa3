/** Required units that nothing orders before their dependant. */
import { addLine } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { declarationOf } from "../model/graph.ts";
import { namedUnits } from "../model/named-unit.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const requiresWithoutAfter = defineRule({
  id: "requires-without-after",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit is required, and started at the same time",
  why: `Requires= and BindsTo= pull a unit in and say nothing of the order: both start at once, and the unit does not wait for what it needs,
nor does it see when that fails to start. Nearly always After= on the same unit belongs beside it. Wants= of network-online.target alone waits for no network either. Nothing is told where anything
orders the two: a line of the other one, what their types imply, or targets in between; nor of a service behind a socket.`,
  examples: [
    {
      bad: "[Unit]\nRequires=database.service\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nRequires=database.service\nAfter=database.service\n[Service]\nExecStart=/usr/bin/app\n",
      beside: { "database.service": "[Service]\nExecStart=/usr/bin/db\n" },
    },
  ],
  visit: {
    unit(unit, world, report) {
      for (const kind of pulling) {
        for (const { name, written, place } of namedUnits(unit, "Unit", kind)) {
          const other = world.set.unit(name);
          if (kind === "Wants" && (name !== online || unit.type !== "service")) continue;
          if (isExempt(unit, other, world.set) || isDeclared(unit, other, world.set) || world.isOrdered(unit, other))
            continue;
          report(place, {
            message: `${kind}=${written} does not wait for it; add After=${written}`,
            effect: "systemd starts both at the same time",
            ...(kind === "Wants" && { severity: "info" }),
            fixes: addLine(place, `After=${written}`),
          });
        }
      }
    },
  },
});

/**
 * Of units that are not there nobody knows what they say; targets gather others, and of them few are worth waiting for; who connects to
 * a socket waits for its service; of two that bind each other neither can come first.
 */
function isExempt(unit: Unit, other: Unit, set: UnitSet): boolean {
  if (other === unit || other.load !== "loaded" || other.fragment === undefined) return true;
  if (unit.type === "target" || other.type === "slice") return true;
  if (other.type === "target") return !awaited.has(other.id);
  const socket =
    other.type === "service" && set.unit(`${other.id.slice(0, -".service".length)}.socket`).load === "loaded";
  return (
    socket || requirements.some(kind => namedUnits(other, "Unit", kind).some(({ name }) => set.unit(name) === unit))
  );
}

const online = "network-online.target";

const requirements = ["Requires", "BindsTo", "Requisite"] as const;

/** Who wants network-online.target nearly always means to wait for it. Seen in: packagekit of Debian. */
const pulling = ["Requires", "BindsTo", "Requisite", "Wants"] as const;

/** Targets that stand for something that is done. */
const awaited: ReadonlySet<string> = new Set([online, "remote-fs.target", "local-fs.target", "time-sync.target"]);

/** The quick way: one of the two says it. */
function isDeclared(unit: Unit, other: Unit, set: UnitSet): boolean {
  return orders(unit, other, set) || orders(other, unit, set);
}

function orders(unit: Unit, other: Unit, set: UnitSet): boolean {
  return declarationOf(unit, set).dependencies.some(
    ({ kind, on }) => (kind === "After" || kind === "Before") && set.unit(on) === other,
  );
}
