/** Units for the shutdown that the shutdown itself keeps from starting. */
import { defineRule } from "../lint/rule.ts";
import type { Dependency } from "../model/dependency.ts";
import { declarationOf } from "../model/graph.ts";
import { namedUnits } from "../model/named-unit.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const shutdownUnitNeverRuns = defineRule({
  id: "shutdown-unit-never-runs",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit that is to start at shutdown conflicts with the shutdown",
  why: `By default every service conflicts with shutdown.target, which is how it is stopped in time. A service that reboot.target or
poweroff.target wants is thus started and stopped in the same moment, and systemd drops its start without a word. Either set
DefaultDependencies=no, with Before= on the target and no more than is needed; or, easier, start the service at boot with
Type=oneshot, RemainAfterExit=yes, and put the command into ExecStop=.`,
  examples: [
    {
      bad: "[Service]\nType=oneshot\nExecStart=/usr/bin/farewell\n[Install]\nWantedBy=reboot.target\n",
      good: `[Unit]\nDefaultDependencies=no\nBefore=shutdown.target\n[Service]\nType=oneshot\nExecStart=/usr/bin/farewell
[Install]\nWantedBy=reboot.target\n`,
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/farewell\n[Install]\nWantedBy=halt.target poweroff.target\n",
      good: `[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStop=/usr/bin/farewell
[Install]\nWantedBy=multi-user.target\n`,
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (!kinds.some(kind => unit.settings.of("Install", kind) !== undefined)) return;
      const told = kinds.flatMap(kind => {
        const named = namedUnits(unit, "Install", kind).find(({ name }) => shutdownTargets.has(name));
        return named === undefined ? [] : [{ kind, named }];
      });
      const conflict = told.length === 0 ? undefined : conflictOf(unit, set);
      if (conflict === undefined) return;
      const remedy =
        conflict.at === undefined ? "set DefaultDependencies=no, or use ExecStop=" : "drop that Conflicts=";
      for (const { kind, named } of told) {
        report(named.place, {
          message: `${kind}=${named.written} never starts this unit, as it conflicts with shutdown.target; ${remedy}`,
          effect: "systemd drops the start at shutdown and says nothing",
        });
      }
    },
  },
});

const kinds = ["WantedBy", "RequiredBy", "UpheldBy"];

/** What is started on the way down, together with shutdown.target. */
const shutdownTargets: ReadonlySet<string> = new Set(
  ["shutdown", "umount", "final", "halt", "poweroff", "reboot", "kexec", "soft-reboot", "exit"].map(
    name => `${name}.target`,
  ),
);

/** What makes shutdown.target stop the unit: a line of its own, or the default. */
function conflictOf(unit: Unit, set: UnitSet): Dependency | undefined {
  const conflicts = declarationOf(unit, set).dependencies.filter(
    ({ kind, on }) => kind === "Conflicts" && on === "shutdown.target",
  );
  return conflicts.find(({ origin }) => origin === "default") ?? conflicts[0];
}
