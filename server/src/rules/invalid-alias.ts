/** Aliases that systemctl enable refuses. systemd: unit_file_verify_alias(), config_parse_alias(), src/shared/install.c */
import { dropWord } from "../lint/respell.ts";
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { aliasedTypes, aliasFault } from "../model/fragment.ts";
import { type NamedUnit, namedUnits } from "../model/named-unit.ts";
import { keyPlace } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";

export const invalidAlias = defineRule({
  id: "invalid-alias",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "An alias that a unit of this name or type cannot have",
  why: `Enabling a unit makes a link under each name of Alias=. Such a name must be of the unit's own type, so that app.service cannot become
app.target, and of its own shape: a template needs the name of a template or of an instance, any other unit a plain name. For a wrong one
systemctl enable makes no link, says that it cannot alias the unit, and ends with status 1, which also ends scripts of packages, though the other links
are made. Mounts, automounts, swaps, slices and scopes have no aliases at all; there the line is ignored. To be started with a target, a unit needs
WantedBy=, not an alias.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\n[Install]\nAlias=app.target\nWantedBy=multi-user.target\n",
      good: "[Service]\nExecStart=/usr/bin/app\n[Install]\nAlias=web.service\nWantedBy=multi-user.target\n",
    },
  ],
  verify: false,
  visit: {
    unit(unit, _, report) {
      const setting = unit.settings.of("Install", "Alias");
      if (setting === undefined) return;
      if (aliasedTypes.has(unit.type)) {
        for (const named of namedUnits(unit, "Install", "Alias")) judge(named, unit, report);
        return;
      }
      for (const at of setting.effective)
        report(keyPlace(at), {
          message: `A unit of type ${unit.type} cannot have aliases, so Alias= does nothing; delete it`,
          systemd: "ignores",
          severity: "warning",
          effect: "systemctl enable complains and ignores the line",
        });
    },
  },
});

function judge({ name, written, place }: NamedUnit, unit: Unit, report: PlaceReport): void {
  // The old way of WantedBy=: `Alias=multi-user.target.wants/app.service`.
  if (written.includes("/")) return;
  const fault = aliasFault(name, unit.id);
  if (fault === undefined || fault === "self" || (fault === "instance" && isTemplate(unit))) return;
  report(place, {
    message: `${written} cannot be an alias: ${reasons[fault](unit)}`,
    effect: "systemctl enable makes no such link and ends with status 1",
    fixes: dropWord(place),
  });
}

const reasons = {
  type: ({ type }: Unit) => `the name must end in .${type} like the unit's own`,
  template: (unit: Unit) =>
    unit.instance === undefined
      ? "the unit is no template, so the name must have no @"
      : `the unit ${isTemplate(unit) ? "is a template" : "is an instance"}, so the name needs an @`,
  instance: ({ instance }: Unit) => `the unit is the instance ${instance}, and an alias must be the same one`,
};

/** It is judged as an instance. */
function isTemplate({ entry }: Unit): boolean {
  return entry !== undefined && /@\.[a-z]+$/.test(entry.path);
}
