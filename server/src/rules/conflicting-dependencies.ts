/** Dependencies of one unit on another that contradict each other. */
import { defineRule, type PlaceReport, type ReportedProblem } from "../lint/rule.ts";
import { type NamedUnit, namedUnits } from "../model/named-unit.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const conflictingDependencies = defineRule({
  id: "conflicting-dependencies",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit wants another one both ways: started and stopped, before and after",
  why: `A unit that requires what it conflicts with cannot be started: the one line asks for the other unit to run, the other for it to
stop. Before= and After= on the same unit make a circle as soon as both are started together, and systemd leaves one of them out; where
the other unit is there, ordering-cycle tells of that.`,
  examples: [
    {
      bad: "[Unit]\nRequires=other.service\nConflicts=other.service\nAfter=other.service\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nConflicts=other.service\nAfter=other.service\n[Service]\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Unit]\nBefore=other.service\nAfter=other.service\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nAfter=other.service\n[Service]\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      for (const kind of ["Requires", "Requisite", "BindsTo"]) tellPairs(unit, kind, "Conflicts", refused, set, report);
      for (const kind of ["Wants", "Upholds"]) tellPairs(unit, kind, "Conflicts", ignored, set, report);
      tellPairs(unit, "Before", "After", circle, set, report);
    },
  },
});

type Told = Pick<ReportedProblem, "systemd" | "effect">;

const refused: Told = { systemd: "refuses", effect: "systemd cannot start the unit" };
const ignored: Told = { effect: "systemd cannot both start and stop the other unit" };
const circle: Told = { effect: "systemd leaves one of the two out where both are started together" };

function tellPairs(unit: Unit, one: string, other: string, told: Told, set: UnitSet, report: PlaceReport): void {
  if (unit.settings.of("Unit", one) === undefined || unit.settings.of("Unit", other) === undefined) return;
  const against = namedUnits(unit, "Unit", other);
  for (const named of namedUnits(unit, "Unit", one)) {
    const rival = against.find(({ name }) => name === named.name || set.unit(name) === set.unit(named.name));
    const { load } = set.unit(named.name);
    if (rival === undefined || set.unit(named.name) === unit || (told === circle && load === "loaded")) continue;
    tell(named, one, rival, other, told, report);
  }
}

/** On the later line. */
function tell(
  one: NamedUnit,
  kind: string,
  other: NamedUnit,
  otherKind: string,
  told: Told,
  report: PlaceReport,
): void {
  const isLater = one.place.file === other.place.file && one.place.span.start > other.place.span.start;
  const [late, lateKind, early, earlyKind] = isLater ? [one, kind, other, otherKind] : [other, otherKind, one, kind];
  report(late.place, {
    message: `${lateKind}=${late.written} contradicts ${earlyKind}=${early.written}; delete one of the two`,
    ...told,
    related: [{ file: early.place.file.source, span: early.place.span, message: "the other line" }],
  });
}
