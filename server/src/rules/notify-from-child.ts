/** Shells that call systemd-notify where systemd listens to the main process only. */
import type { Fix } from "../lint/finding.ts";
import { lineFix } from "../lint/line-fix.ts";
import { defineRule } from "../lint/rule.ts";
import { commandsOf, type PlacedCommand, programPlace } from "../model/commands.ts";
import { valuePlace } from "../model/place.ts";
import { isUnprivileged } from "../model/privileges.ts";
import { isSet, lastOf, textOf } from "../model/reading.ts";
import { serviceType } from "../model/service.ts";
import type { Settings } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";

// Seen in: systemd/systemd#24516, systemd/systemd#21897, patroni/patroni#3485.
export const notifyFromChild = defineRule({
  id: "notify-from-child",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A shell calls systemd-notify, whose messages are dropped without NotifyAccess=all",
  why: `With Type=notify systemd takes messages from the main process alone. systemd-notify in a shell is a child of that process. As root it speaks in
the name of its parent, and is heard; as any other user, and in user units, it may not, and its READY=1 is dropped: the start lasts until
TimeoutStartSec= is over and ends as failed (Result: timeout), though the program runs. NotifyAccess=all lets all processes of the service speak;
exec does not help, as it adds only the commands of other Exec settings. The other way is exec systemd-notify --ready --exec ';' PROGRAM at the
end of the script (since 254), which speaks as the main process.`,
  examples: [
    {
      bad: "[Service]\nType=notify\nUser=app\nExecStart=/bin/sh -c 'systemd-notify --ready; /usr/bin/app'\n",
      good: "[Service]\nType=notify\nNotifyAccess=all\nUser=app\nExecStart=/bin/sh -c 'systemd-notify --ready; /usr/bin/app'\n",
    },
  ],
  visit: {
    unit(unit, { set: { manager, catalog } }, report) {
      const { type, settings } = unit;
      if (type !== "service" || !/^notify/.test(serviceType(settings, catalog.version))) return;
      const access = textOf(settings, "Service", "NotifyAccess");
      if (access === "all" || !isUnprivileged({ settings, manager, version: catalog.version })) return;
      if (isHidden(settings) || isSet(settings, "Service", "AmbientCapabilities")) return;
      for (const { at } of commandsOf(settings).filter(callsFromShell)) {
        report(programPlace({ name: "systemd-notify", at }), {
          message: "systemd-notify is a child of the shell here, and systemd drops its message; write NotifyAccess=all",
          effect: "systemd says nothing about it but at debug level; the start fails when TimeoutStartSec= is over",
          fixes: listenToAll(unit),
        });
      }
    },
  },
});

/** A value that nobody can read before the file is complete. */
function isHidden(settings: Settings): boolean {
  const at = lastOf(settings, "Service", "NotifyAccess");
  return at !== undefined && at.parsed === undefined;
}

/** As a plain word in a line of shell, which does not become the program itself. */
function callsFromShell({ command, at }: PlacedCommand): boolean {
  if (at.directive.name !== "ExecStart" || command.flags.includes("full-privileges")) return false;
  const line = /\/(?:ba|da|k|z)?sh$/.test(command.path)
    ? command.argv.slice(1).find(word => /\s/.test(word))
    : undefined;
  return line !== undefined && calls.test(line) && !/\bexec\s+(?:\S*\/)?systemd-notify\b|#|sudo/.test(line);
}

const calls = /(?:^|[\s;&|(])(?:\/\S*\/)?systemd-notify\s+(?:--ready\b|READY=1)/;

function listenToAll(unit: Unit): readonly Fix[] {
  const at = lastOf(unit.settings, "Service", "NotifyAccess");
  if (at === undefined) return lineFix(unit, "Service", ["NotifyAccess=all"]);
  const edit = { span: valuePlace(at).span, text: "all" };
  return [{ title: "Write NotifyAccess=all", safety: "unsafe", edits: [{ file: at.file.source, edits: [edit] }] }];
}
