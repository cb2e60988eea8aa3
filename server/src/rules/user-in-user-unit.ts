/** User= and Group= in units of users. Seen in: akamai/akr#29, MetPX/sarracenia#1317, systemd/systemd#15659. */
import { defineRule } from "../lint/rule.ts";
import { assignmentPlace } from "../model/place.ts";
import { isSet, lastOf } from "../model/reading.ts";
import type { PlacedAssignment } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";

export const userInUserUnit = defineRule({
  id: "user-in-user-unit",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit of a user's manager says as whom to run",
  why: `The manager of a user runs as that user, and only root may become somebody else. A service with User= of another user, Group= or
SupplementaryGroups= fails with status 216/GROUP, and the journal says that supplementary groups or group credentials could not be determined or
changed: Operation not permitted. Before systemd 257 it may even fail for the user's own name. Delete the lines, or install the unit for the system,
in /etc/systemd/system, where User= works. Nothing is told of %u and its like, nor beside PrivateUsers=. Leave the finding for units that only
root's own manager reads.`,
  examples: [
    {
      name: "user/app.service",
      bad: "[Service]\nUser=app\nExecStart=/usr/bin/app\n[Install]\nWantedBy=default.target\n",
      good: "[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=default.target\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (set.manager !== "user" || unit.type !== "service" || isSet(unit.settings, "Service", "PrivateUsers")) return;
      const lines = switching(unit);
      const [at] = lines;
      if (at === undefined) return;
      const { key, value } = at.entry;
      report(assignmentPlace(at), {
        message: `${key.text}=${value.text} cannot work in a user unit, whose manager may not become somebody else; delete it`,
        effect: "systemd ends the service with status 216/GROUP",
        related: lines.slice(1).map(line => ({
          file: line.file.source,
          span: assignmentPlace(line).span,
          message: "the same is true of this line",
        })),
        fixes: deletion(lines),
      });
    },
  },
});

/**
 * The lines that ask for another user or group; root is one, too. Who a specifier or placeholder stands for nobody knows; of nobody
 * another rule tells.
 */
function switching({ settings }: Unit): readonly PlacedAssignment[] {
  const single = ["User", "Group"].flatMap(name => lastOf(settings, "Service", name) ?? []);
  const groups = settings.of("Service", "SupplementaryGroups")?.effective ?? [];
  return [...single, ...groups].filter(
    ({ entry, parsed }) => parsed?.problems.length === 0 && !entry.value.text.includes("%"),
  );
}

/** All of them, as each alone would still fail; where they stand in one file and are not continued. */
function deletion(lines: readonly PlacedAssignment[]) {
  const [first] = lines;
  if (first === undefined || lines.some(({ file, entry }) => file !== first.file || entry.pieces.length > 1)) return [];
  const edits = lines.map(({ entry }) => ({ span: entry.span, text: "" }));
  const title = `Delete ${lines.map(({ entry }) => `${entry.key.text}=`).join(" and ")}`;
  return [{ title, safety: "unsafe" as const, edits: [{ file: first.file.source, edits }] }];
}
