/** Programs that gain privileges, in services that must not. */
import { defineRule } from "../lint/rule.ts";
import { type PlacedProgram, programPlace, programsIn } from "../model/commands.ts";
import { assignmentPlace } from "../model/place.ts";
import { isUnprivileged, noNewPrivileges, type ServiceAt } from "../model/privileges.ts";
import { flagOf, isSet } from "../model/reading.ts";
import type { PlacedAssignment } from "../model/setting.ts";

export const noNewPrivilegesWithSudo = defineRule({
  id: "no-new-privileges-with-sudo",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A service that must not gain privileges calls sudo, su, doas or pkexec",
  why: `sudo and its like are files that belong to root and run as root, whoever calls them. NoNewPrivileges=yes switches just that off, for the
processes of the service and all their children: sudo is started as the service's own user, sees it, and ends with an error. DynamicUser=yes implies the
flag. So do the filters of system calls, such as SystemCallFilter= and RestrictAddressFamilies=, in user units, and before 255 in all services with
User=. A service that runs as root is not concerned, as it gains nothing. Let systemd run the one command that needs root, with the prefix + before
it; write a unit of its own for it; or drop User=.`,
  examples: [
    {
      bad: "[Service]\nUser=app\nNoNewPrivileges=yes\nExecStartPre=/usr/bin/sudo /usr/bin/app-prepare\nExecStart=/usr/bin/app\n",
      good: "[Service]\nUser=app\nNoNewPrivileges=yes\nExecStartPre=+/usr/bin/app-prepare\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Service]\nDynamicUser=yes\nExecStart=/bin/sh -c 'sudo /usr/bin/app'\n",
      good: "[Service]\nDynamicUser=yes\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set: { manager, catalog } }, report) {
      if (type !== "service") return;
      const service = { settings, manager, version: catalog.version };
      const cause = isUnprivileged(service) ? noNewPrivileges(service) : undefined;
      if (cause === undefined) return;
      for (const program of programsIn(settings).filter(program => fails(program, service))) {
        const { file, span } = assignmentPlace(cause);
        report(programPlace(program), {
          message: `${program.name} cannot work here: ${written(cause)} keeps the processes from gaining privileges; run the command as root with the prefix +`,
          effect: `systemd says nothing about it; ${program.name} ends with an error`,
          related: [{ file: file.source, span, message: "what keeps them from it" }],
        });
      }
    },
  },
});

const raising: ReadonlySet<string> = new Set(["sudo", "su", "doas", "pkexec"]);

/** Commands that systemd runs as root are not concerned, and `su` may do with capabilities. */
function fails({ name, flags, at }: PlacedProgram, { settings, manager }: ServiceAt): boolean {
  if (!raising.has(name) || flags.includes("full-privileges")) return false;
  if (flags.includes("keep-user") && manager === "system") return false;
  if (name === "su" && isSet(settings, "Service", "AmbientCapabilities")) return false;
  return at.directive.name === "ExecStart" || !flagOf(settings, "Service", "PermissionsStartOnly", false);
}

/** A flag with its value, a list without. */
function written({ entry }: PlacedAssignment): string {
  const value = entry.value.text;
  return /^\w+$/.test(value) ? `${entry.key.text}=${value}` : `${entry.key.text}=`;
}
