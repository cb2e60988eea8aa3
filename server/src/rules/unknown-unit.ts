/** Names of units that lead nowhere. */
import { dropWord, respell } from "../lint/respell.ts";
import { defineRule, type PlaceReport, type ReportedProblem } from "../lint/rule.ts";
import { explicitKinds } from "../model/dependencies/explicit.ts";
import { declarationOf } from "../model/graph.ts";
import { type NamedUnit, namedUnits } from "../model/named-unit.ts";
import type { Unit } from "../model/unit.ts";
import { belongsToOther, isMissing, isWhole, meantUnitName } from "../model/unit-lookup.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const unknownUnit = defineRule({
  id: "unknown-unit",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A dependency on a unit that does not exist",
  why: `systemd finds out about a wrong name when the unit is started. A unit that is required and not there keeps its dependant from
starting; an ordering after it, or a wish for it, is dropped without a word, and the service starts too early. In a lone
repository, names that other packages may provide are left alone: told are those that miss a known name by a slip, and in a whole
root those that are required. syslog.target is a relic, which goes as it came: services have logging from the start. The preset verify tells of every required unit that is not there, as systemd-analyze does.`,
  examples: [
    {
      bad: "[Unit]\nAfter=app-databse.service\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nAfter=app-database.service\n[Service]\nExecStart=/usr/bin/app\n",
      beside: { "app-database.service": "[Service]\nExecStart=/usr/bin/db\n" },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (unit.load === "loaded" && knowsAll(unit, set)) return;
      for (const kind of explicitKinds)
        for (const named of namedUnits(unit, "Unit", kind)) judge(kind, named, unit, set, report);
      for (const named of namedUnits(unit, "Service", "Sockets")) judge("Sockets", named, unit, set, report);
    },
  },
});

/** The quick way, for the many that name only what is there. */
function knowsAll(unit: Unit, set: UnitSet): boolean {
  return declarationOf(unit, set).dependencies.every(({ on }) => {
    const { load } = set.unit(on);
    return load !== "not-found" && load !== "masked";
  });
}

/** What a start does not go without; of these `systemd-analyze verify` tells. */
const required: ReadonlySet<string> = new Set(["Requires", "Requisite", "BindsTo"]);

/** Seen in: oddjob, clamav and powerman of Debian. systemd: NEWS */
const gone = "syslog.target";

/** What is of no use without the unit. */
const hooks: ReadonlySet<string> = new Set(["OnFailure", "OnSuccess", "Upholds"]);

function namesIn(unit: Unit, kind: string): readonly string[] {
  return namedUnits(unit, "Unit", kind).map(({ name }) => name);
}

function judge(kind: string, named: NamedUnit, unit: Unit, set: UnitSet, report: PlaceReport): void {
  const { name, written, place } = named;
  const { load } = set.unit(name);
  if (load === "masked" && required.has(kind)) {
    report(place, { message: `${kind}= names ${written}, which is masked`, ...refusal(kind, name) });
    return;
  }
  if (load !== "not-found") return;
  if (name === gone && !required.has(kind)) {
    const message = `${written} is gone since systemd 198, and logging is there before any service starts; delete it`;
    report(place, { message, severity: "info", effect: effectOf(kind, written), fixes: dropWord(place) });
    return;
  }
  const meant = isMissing(name, set)
    ? meantUnitName(name, set, known => known !== name && isNamed(known, unit))
    : undefined;
  const told = required.has(kind) ? refusal(kind, name) : { effect: effectOf(kind, written) };
  if (meant !== undefined) {
    const fixes = written.includes("%") ? [] : respell(place, meant);
    report(place, { message: `There is no ${written}; did you mean ${meant}?`, ...told, fixes });
  } else if (isMissing(name, set) && belongsToOther(name, set)) {
    const [whose, mine] = set.manager === "user" ? ["the system", "a user"] : ["a user", "the system"];
    const message = `${written} is a unit of ${whose}'s manager; ${mine}'s manager has none`;
    const weight = required.has(kind) ? {} : { severity: "info" as const };
    report(place, { message, ...weight, ...told, excused: set.manager === "system" });
  } else if (required.has(kind) || (hooks.has(kind) && isWhole(set) && isMissing(name, set))) {
    const excused = !isWhole(set) || !isMissing(name, set);
    report(place, { message: `No file gives ${written}, which ${kind}= names`, ...told, excused });
  }
}

/** Whether a name is one of the unit's own, or stands in another of its lines: then it is not meant here. */
function isNamed(known: string, unit: Unit): boolean {
  return unit.names.includes(known) || explicitKinds.some(kind => namesIn(unit, kind).includes(known));
}

function refusal(kind: string, name: string): Pick<ReportedProblem, "systemd" | "effect"> {
  return { systemd: "refuses", effect: `systemd does not start the unit: ${kind}= needs ${name}` };
}

function effectOf(kind: string, written: string): string {
  return kind === "Before" || kind === "After"
    ? `systemd says nothing and orders the unit after or before no ${written}`
    : "systemd says nothing and does without it";
}
