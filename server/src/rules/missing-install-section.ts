/** Timers, paths and sockets that nothing starts. Seen in: archlinux-de/pkgstats-cli#48, designorant/ccblocks#4. */

import type { SectionName, UnitType } from "../catalog/directive.ts";
import type { Fix } from "../lint/finding.ts";
import { defineRule } from "../lint/rule.ts";
import type { World } from "../lint/world.ts";
import type { RelationKind } from "../model/dependency.ts";
import { sectionPlace } from "../model/place.ts";
import { isSet } from "../model/reading.ts";
import { hasGaps } from "../model/refusals/gaps.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFile } from "../model/unit-file.ts";

export const missingInstallSection = defineRule({
  id: "missing-install-section",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "Nothing starts a timer, path or socket, and it cannot be enabled",
  why: `A timer, a path or a socket does nothing until it is started itself, nearly always by its target at boot. Without an [Install]
section systemctl enable makes no link: it says that the unit files have no installation config, and systemctl is-enabled calls the unit
static. Started by hand, it works until the next boot. Leave the finding where a package makes the link in timers.target.wants/ by itself, or where a
program starts the unit: hence it is told only where it is asked for. Templates are left alone; of services, which much may start, only the
preset all tells.`,
  examples: [
    {
      name: "backup.timer",
      bad: "[Timer]\nOnCalendar=daily\n",
      good: "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n",
      beside: { "backup.service": "[Service]\nExecStart=/usr/bin/backup\n" },
    },
  ],
  recommended: false,
  visit: {
    unit(unit, world, report) {
      const { type, fragment, settings } = unit;
      const hook = hooks[type];
      if (type === "service" && world.preset !== "all") return;
      if (hook === undefined || fragment === undefined || unit.load !== "loaded" || unit.instance !== undefined) return;
      if (installing.some(name => isSet(settings, "Install", name)) || mayHaveMore(unit)) return;
      if (isSet(settings, "Service", "BusName") || isStarted(unit, world)) return;
      const place = sectionPlace(unit, hook.section);
      const target = type === "service" && world.set.manager === "user" ? "default.target" : hook.target;
      if (place === undefined) return;
      report(place, {
        message: `Nothing starts ${unit.id}, and it cannot be enabled; add WantedBy=${target} in [Install]`,
        effect: "systemctl enable makes no link",
        scope: "unit",
        pedantic: type === "service",
        fixes: addInstall(fragment, target),
      });
    },
  },
});

/** By the type of unit: what usually starts such units, and where the finding stands. */
const hooks: Readonly<Partial<Record<UnitType, { readonly section: SectionName; readonly target: string }>>> = {
  timer: { section: "Timer", target: "timers.target" },
  path: { section: "Path", target: "paths.target" },
  socket: { section: "Socket", target: "sockets.target" },
  service: { section: "Service", target: "multi-user.target" },
};

const installing = ["WantedBy", "RequiredBy", "UpheldBy", "Alias", "Also", "DefaultInstance"];

/** Whether placeholders may stand for more lines. */
function mayHaveMore({ fragment, dropIns }: Unit): boolean {
  return [fragment, ...dropIns].some(file => file !== undefined && hasGaps(file));
}

/** By a link in some folder, or by a line of another unit: that last, as it takes a look at all of them. */
function isStarted(unit: Unit, { set, enabled }: World): boolean {
  const linked = set.folders.some(({ folders }) =>
    [...folders].some(
      ([folder, files]) => /\.(?:wants|requires|upholds)$/.test(folder) && unit.names.some(name => files.has(name)),
    ),
  );
  return linked || starting.some(kind => enabled.related(unit, kind).size > 0);
}

const starting: readonly RelationKind[] = [
  "WantedBy",
  "RequiredBy",
  "BoundBy",
  "UpheldBy",
  "RequisiteOf",
  "OnFailureOf",
  "OnSuccessOf",
  "TriggeredBy",
  "ConsistsOf",
];

/** At the end of the file, or below the header that is there. */
function addInstall({ source, blocks, stop }: UnitFile, target: string): readonly Fix[] {
  if (stop !== undefined || blocks.at(-1)?.lines.at(-1)?.unfinished === true) return [];
  const header = blocks.find(({ section, header }) => section === "Install" && header !== undefined)?.header;
  const { text } = source;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const at = header?.span.end ?? text.length;
  const gap = text.slice(0, at).endsWith("\n") ? "" : lineEnd;
  const line = `WantedBy=${target}${lineEnd}`;
  const added = header === undefined ? `${gap}${lineEnd}[Install]${lineEnd}${line}` : `${gap}${line}`;
  const edits = [{ file: source, edits: [{ span: { start: at, end: at }, text: added }] }];
  return [{ title: `Add WantedBy=${target}`, safety: "unsafe", edits }];
}
