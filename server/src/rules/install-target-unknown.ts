/** Units in [Install] that the unit's manager does not have. */
import { respell } from "../lint/respell.ts";
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { type NamedUnit, namedUnits } from "../model/named-unit.ts";
import type { Unit } from "../model/unit.ts";
import { isMissing, meantOfOther, meantUnitName } from "../model/unit-lookup.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const installTargetUnknown = defineRule({
  id: "install-target-unknown",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit is hooked into a target that does not exist",
  why: `Enabling a unit makes a link in the folder of the target that WantedBy= names; nobody checks that there is such a target. Under a
wrong name the unit counts as enabled and never starts. The managers of users have targets of their own: a unit in user/ that is
wanted by multi-user.target or graphical.target never starts either; default.target and graphical-session.target are theirs. A unit that Also= names under a wrong name is not enabled with the others.`,
  examples: [
    {
      name: "user/app.service",
      bad: "[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=multi-user.target\n",
      good: "[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=default.target\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=app-stack.service\n",
      good: "[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=app-stack.target\n",
      beside: { "app-stack.target": "" },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      for (const kind of ["WantedBy", "RequiredBy", "UpheldBy", "Also"])
        for (const named of namedUnits(unit, "Install", kind)) judge(kind, named, unit, set, report);
    },
  },
});

function judge(kind: string, { name, written, place }: NamedUnit, unit: Unit, set: UnitSet, report: PlaceReport): void {
  if (!isMissing(name, set)) return;
  const effect =
    kind === "Also" ? "Enabling the unit passes over it" : "Enabling the unit makes a link that starts nothing";
  const meant = meantUnitName(name, set, known => unit.names.includes(known)) ?? serviceOf(name, set);
  if (meant !== undefined) {
    const fixes = written === name ? respell(place, meant) : [];
    report(place, { message: `There is no ${written}; did you mean ${meant}?`, effect, fixes });
  } else if (kind !== "Also") {
    const others = meantOfOther(name, set);
    if (others === undefined) return;
    if (set.manager === "user")
      report(place, {
        message: `Users' managers have no ${written}; write ${kind}=${usersTarget(others)}`,
        effect,
        fixes: respell(place, usersTarget(others)),
      });
    else if (others === name && isSystems(place.file.source.path))
      report(place, { message: `The system's manager has no ${written}; write ${kind}=multi-user.target`, effect });
  }
}

/** The service of that name, where the files at hand have no target but one. */
function serviceOf(target: string, { folders }: UnitSet): string | undefined {
  const service = target.replace(/\.target$/, ".service");
  return folders.some(({ role, units }) => role !== "stock" && units.has(service)) ? service : undefined;
}

/** What stands for a target of the system in a user's session. */
function usersTarget(name: string): string {
  return name === "graphical.target" ? "graphical-session.target" : "default.target";
}

/** Whether the path itself says that the system's manager reads the file. */
function isSystems(path: string): boolean {
  return path.split("/").includes("system");
}
