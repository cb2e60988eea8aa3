/** Commands of ExecStop= that kill the main process for good. */
import type { Fix } from "../lint/finding.ts";
import { defineRule } from "../lint/rule.ts";
import { commandsOf, ignoresFailure, type PlacedCommand } from "../model/commands.ts";
import { assignmentPlace, valuePlace } from "../model/place.ts";
import { valuesOf } from "../model/reading.ts";
import type { PlacedAssignment, Settings } from "../model/setting.ts";

// Seen in: OpenVoiceOS/ovos-installer#490, Debian's clamav-clamonacc.service.
export const execStopSigkill = defineRule({
  id: "exec-stop-sigkill",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "ExecStop= sends SIGKILL to the main process",
  why: `SIGKILL leaves a program no time to save its data or take its lock and socket away, and to systemd a main process that was killed has failed:
after each systemctl stop the service is failed (Result: signal), and OnFailure= goes off. Without ExecStop= systemd sends SIGTERM, waits for
TimeoutStopSec= and only then sends SIGKILL to what is left. A shorter TimeoutStopSec= helps with programs that do not mind SIGTERM, KillSignal=
where another signal is needed. Nothing is said where another ExecStop= comes first, nor of ExecStart=-, which takes any end for success.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nExecStop=/bin/kill -9 $MAINPID\n",
      good: "[Service]\nExecStart=/usr/bin/app\nTimeoutStopSec=10\n",
    },
  ],
  visit: {
    unit({ type, settings }, _, report) {
      if (type !== "service") return;
      const first = commandsOf(settings).find(({ at }) => at.directive.name === "ExecStop");
      if (first === undefined || !killsMain(first) || mayFail(settings)) return;
      report(valuePlace(first.at), {
        message:
          "SIGKILL gives the program no time to end, and leaves the service failed; drop ExecStop=, and systemd sends SIGTERM first",
        effect: "systemd takes every stop for a failure (Result: signal)",
        fixes: withoutLine(first.at),
      });
    },
  },
});

/** The program of that name, called with the variable; a shell may do more than that. */
function killsMain({ command: { path, argv } }: PlacedCommand): boolean {
  if (!/(?:^|\/)kill$/.test(path)) return false;
  const words = argv.slice(1).join(" ");
  return /\$\{?MAINPID\b/.test(words) && /^-(?:-signal[= ]|s ?|n ?)?(?:9|(?:SIG)?KILL)\s/i.test(words);
}

/** Any end of the main process counts as success, or this one. systemd: service_sigchld_event(), src/core/service.c */
function mayFail(settings: Settings): boolean {
  const expected = valuesOf(settings, "Service", "SuccessExitStatus");
  return ignoresFailure(settings) || expected.some(({ value }) => value.split(" ").includes("SIGKILL"));
}

/** Where it stands alone: what comes from a drop-in may be there to replace something. */
function withoutLine(at: PlacedAssignment): readonly Fix[] {
  const { file, entry } = at;
  const value = at.parsed?.value;
  if (!Array.isArray(value) || value.length > 1 || assignmentPlace(at).line !== entry) return [];
  return [
    {
      title: "Delete the line",
      safety: "unsafe",
      edits: [{ file: file.source, edits: [{ span: entry.span, text: "" }] }],
    },
  ];
}
