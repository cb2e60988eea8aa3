/** Units that depend on themselves. */
import { dropWord } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { explicitKinds } from "../model/dependencies/explicit.ts";
import type { DependencyKind } from "../model/dependency.ts";
import { namedUnits } from "../model/named-unit.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { isOwnDropIn } from "../model/unit-lookup.ts";
import { currentText, type UnitSet } from "../model/unit-set.ts";

export const selfDependency = defineRule({
  id: "self-dependency",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit names itself as its dependency",
  why: `systemd drops a dependency of a unit on itself, some kinds with a complaint, some without. Mostly another unit was meant, and the line
was copied. A unit also names itself by an alias, by %n, and in a template by the template's own name.`,
  examples: [
    {
      bad: "[Unit]\nAfter=network.target app.service\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nAfter=network.target\n[Service]\nExecStart=/usr/bin/app\n",
    },
    {
      name: "app@.service",
      bad: "[Unit]\nRequires=app@%i.service\n[Service]\nExecStart=/usr/bin/app %i\n",
      good: "[Unit]\nRequires=app@%i.socket\n[Service]\nExecStart=/usr/bin/app %i\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (!mayNameItself(unit)) return;
      for (const kind of explicitKinds) {
        for (const { name, written, place } of namedUnits(unit, "Unit", kind)) {
          if (set.unit(name) !== unit || isShared(place.file, unit, set)) continue;
          const isAlias = name !== unit.id;
          report(place, {
            message: `The unit names itself in ${kind}=${isAlias ? `: ${written} is its alias` : ""}`,
            ...(noted.has(kind)
              ? { systemd: "ignores", severity: "warning", effect: "systemd complains and drops this dependency" }
              : { effect: "systemd drops this dependency and says nothing" }),
            fixes: dropWord(place),
          });
        }
      }
    },
  },
});

/** The quick way, for the many that do not: its prefix stands nowhere, nor an alias or a specifier. */
function mayNameItself({ names, prefix, settings }: Unit): boolean {
  if (names.length > 1) return true;
  return explicitKinds.some(kind =>
    settings
      .of("Unit", kind)
      ?.effective.some(({ entry: { value } }) => value.text.includes(prefix) || value.text.includes("%")),
  );
}

/** Drop-ins for many units may name one of them. */
function isShared({ source }: UnitFile, unit: Unit, set: UnitSet): boolean {
  const extra = unit.extras.find(({ entry }) => currentText(set, entry) === source);
  return extra !== undefined && !isOwnDropIn(extra, unit);
}

/** systemd: unit_should_warn_about_dependency(), src/core/unit.c */
const noted: ReadonlySet<DependencyKind> = new Set(["Conflicts", "Before", "After", "OnSuccess", "OnFailure"]);
