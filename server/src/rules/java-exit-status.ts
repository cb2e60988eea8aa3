/** Java programs whose stop systemd takes for a failure. */
import { lineFix } from "../lint/line-fix.ts";
import { defineRule } from "../lint/rule.ts";
import { commandsOf, ignoresFailure, type PlacedCommand, programPlace } from "../model/commands.ts";
import { isSet, textOf, valuesOf } from "../model/reading.ts";
import { serviceType } from "../model/service.ts";
import type { Settings } from "../model/setting.ts";
import { programsOf } from "../values/programs.ts";

// Seen in: neo4j/neo4j#10322, traccar/traccar#4121, igniterealtime/Openfire#3022, Debian's zabbix-java-gateway.
export const javaExitStatus = defineRule({
  id: "java-exit-status",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A Java program without SuccessExitStatus=143 counts as failed when it is stopped",
  why: `systemctl stop sends SIGTERM. A Java virtual machine takes it, runs its shutdown hooks and ends with status 143, which is 128 and the number of
the signal. For systemd any status but 0 is a failure: a clean stop leaves the service failed (Result: exit-code), with status=143 in the journal,
and OnFailure= and monitoring go off. SuccessExitStatus=143 says that it is fine. Ignore this where the program sets its own status in a shutdown
hook. Nothing is said of ExecStart=-, which takes any end for success.`,
  examples: [
    {
      bad: "[Service]\nUser=app\nExecStart=/usr/bin/java -jar /srv/app.jar\n",
      good: "[Service]\nUser=app\nExecStart=/usr/bin/java -jar /srv/app.jar\nSuccessExitStatus=143\n",
    },
  ],
  visit: {
    unit(unit, { set: { catalog } }, report) {
      const { type, settings } = unit;
      if (type !== "service" || serviceType(settings, catalog.version) === "oneshot" || endsOtherwise(settings)) return;
      const [first] = commandsOf(settings).filter(isVirtualMachine);
      if (first === undefined) return;
      report(programPlace({ name: "java", at: first.at }), {
        message: "java ends with status 143 when it is stopped, which counts as a failure; write SuccessExitStatus=143",
        effect: "systemd takes a clean stop for a failure",
        fixes: lineFix(unit, "Service", ["SuccessExitStatus=143"]),
      });
    },
  },
});

/** Another signal, another way to stop, or the status is expected or does not matter. */
function endsOtherwise(settings: Settings): boolean {
  if (isSet(settings, "Service", "ExecStop") || ignoresFailure(settings)) return true;
  if (!["SIGTERM", undefined].includes(textOf(settings, "Service", "KillSignal"))) return true;
  return valuesOf(settings, "Service", "SuccessExitStatus").some(({ value }) => value.split(" ").includes("143"));
}

/** Which is the main process: a shell ends by the signal itself, unless it makes way. With -Xrs the machine does not take signals. */
function isVirtualMachine({ command, at }: PlacedCommand): boolean {
  if (at.directive.name !== "ExecStart") return false;
  const words = command.argv.join(" ");
  if (/(?:^|\s)-Xrs\b/.test(words)) return false;
  const programs = programsOf(command);
  const shell = programs.length > 1;
  return (
    programs.some(({ name, args }) => name === "java" && !asksOnly(args)) &&
    (!shell || /\bexec\s+(?:\S*\/)?java\b/.test(words))
  );
}

/** Of its version, say, so that it ends by itself: by the options in front. */
function asksOnly(args: readonly string[]): boolean {
  const end = args.findIndex(word => !word.startsWith("-"));
  return args.slice(0, end < 0 ? args.length : end).some(word => asking.test(word));
}

const asking = /^--?(?:version|help|help-extra|list-modules|describe-module|dry-run|validate-modules|h|\?|X)$/;
