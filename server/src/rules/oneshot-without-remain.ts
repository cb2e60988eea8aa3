/** Services of Type=oneshot that are over at once, where something needs them to last. */
import type { Fix } from "../lint/finding.ts";
import { lineFix } from "../lint/line-fix.ts";
import { defineRule } from "../lint/rule.ts";
import { namedUnits } from "../model/named-unit.ts";
import { ownNames } from "../model/own-units.ts";
import { keyPlace } from "../model/place.ts";
import { flagOf, isSet, lastOf } from "../model/reading.ts";
import { serviceType } from "../model/service.ts";
import { triggerOf } from "../model/trigger.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

// Seen in: systemd/systemd#11744, nmstate/nmstate#2284, coreos/afterburn#695.
export const oneshotWithoutRemain = defineRule({
  id: "oneshot-without-remain",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A service of Type=oneshot is over as soon as its commands are, though something needs it to last",
  why: `Without RemainAfterExit=yes a service of Type=oneshot is never active: when its last command has ended it is stopped. So its ExecStop= runs right
after ExecStart= and undoes the work, with nothing in the journal but the two commands. A unit with BindsTo= on it is stopped with it, or does not
start at all, as it is "bound to inactive unit". Upholds= starts it again and again. RemainAfterExit=yes keeps it active until somebody stops it.
What shall run after each run, such as cleaning up, belongs into ExecStopPost=. Nothing is said of services that a timer, path or socket starts,
which could start them only once if they stayed active.`,
  examples: [
    {
      bad: "[Service]\nType=oneshot\nExecStart=/usr/bin/app up\nExecStop=/usr/bin/app down\n",
      good: "[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/usr/bin/app up\nExecStop=/usr/bin/app down\n",
    },
    {
      bad: "[Unit]\nBindsTo=setup.service\nAfter=setup.service\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nRequires=setup.service\nAfter=setup.service\n[Service]\nExecStart=/usr/bin/app\n",
      beside: { "setup.service": "[Service]\nType=oneshot\nExecStart=/usr/bin/setup\n" },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const stop = stopOf(unit);
      if (stop !== undefined && isOverAtOnce(unit, set) && !isTriggered(unit, set)) {
        report(keyPlace(stop), {
          message:
            "ExecStop= runs as soon as ExecStart= has ended, as Type=oneshot does not last; add RemainAfterExit=yes",
          effect: "systemd says nothing about it; what ExecStart= did is undone at once",
          fixes: remaining(unit),
        });
      }
      for (const { kind, outcome, instead } of needs) {
        for (const { name, place } of namedUnits(unit, "Unit", kind)) {
          const other = name === unit.id ? undefined : set.unit(name);
          if (other === undefined || !isOverAtOnce(other, set) || (kind === "BindsTo" && triggers(unit, other, set)))
            continue;
          report(place, {
            message: `${name} is over as soon as its commands are (Type=oneshot), and ${kind}= ${outcome}; give it RemainAfterExit=yes, or write ${instead}=`,
            effect: `systemd does as it is told: ${kind}= ${outcome}`,
          });
        }
      }
    },
  },
});

const needs = [
  { kind: "BindsTo", outcome: "stops this unit with it", instead: "Requires" },
  { kind: "Upholds", outcome: "starts it again and again", instead: "Wants" },
] as const;

function isOverAtOnce({ type, load, settings }: Unit, { catalog }: UnitSet): boolean {
  if (type !== "service" || load !== "loaded" || !isSet(settings, "Service", "ExecStart")) return false;
  if (serviceType(settings, catalog.version) !== "oneshot") return false;
  const remains = lastOf(settings, "Service", "RemainAfterExit");
  return (
    remains === undefined || (remains.parsed !== undefined && !flagOf(settings, "Service", "RemainAfterExit", false))
  );
}

/** By a unit of its name, or by another one, which may lie beside what is linted. */
function isTriggered(unit: Unit, set: UnitSet): boolean {
  const isNamesake = ["timer", "path"].some(type => set.unit(unit.id.replace(/service$/, type)).load === "loaded");
  if (isNamesake || isSet(unit.settings, "Service", "Sockets")) return true;
  return ownNames(set).some(name => /\.(?:timer|path|socket)$/.test(name) && startsUnit(set.unit(name), unit, set));
}

function startsUnit(trigger: Unit, unit: Unit, set: UnitSet): boolean {
  return trigger.load === "loaded" && set.unit(triggerOf(trigger).name) === unit;
}

/** Of what starts a unit when it is time, `timer-requires-its-service` tells. */
function triggers(unit: Unit, other: Unit, set: UnitSet): boolean {
  return ["timer", "path"].includes(unit.type) && startsUnit(unit, other, set);
}

function stopOf({ settings }: Unit) {
  return settings.of("Service", "ExecStop")?.effective[0];
}

/** Not where the unit says the contrary. */
function remaining(unit: Unit): readonly Fix[] {
  return isSet(unit.settings, "Service", "RemainAfterExit") ? [] : lineFix(unit, "Service", ["RemainAfterExit=yes"]);
}
