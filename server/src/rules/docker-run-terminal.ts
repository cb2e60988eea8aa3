/** Containers that are started with a terminal of their own, where there is none. */
import { dropLetters } from "../lint/drop-letters.ts";
import { defineRule } from "../lint/rule.ts";
import { argumentPlace, programsIn } from "../model/commands.ts";
import { isSet, textOf } from "../model/reading.ts";
import type { Settings } from "../model/setting.ts";
import { containerRun } from "../values/container-run.ts";

// Seen in: moby/moby#10121, lovasoa/whitebophir#181, seanap/Auto-M4B-Tool#6.
export const dockerRunTerminal = defineRule({
  id: "docker-run-terminal",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A container that is given a terminal, which services do not have",
  why: `With -i and -t the client of Docker connects its own terminal with the one of the container. A service has none: its input is /dev/null, and the
client ends with status 1 and "the input device is not a TTY" before any container is made. At a shell the same line works, from where it was copied. Leave -it
out: a program that serves needs no terminal, and its output goes to the journal as it is. -t alone is fine, and so are -d, with which nothing is connected,
and StandardInput=tty, which gives the service a terminal. Podman only warns.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/docker run -it --rm --name board example/board\nExecStop=/usr/bin/docker stop board\n",
      good: "[Service]\nExecStart=/usr/bin/docker run --rm --name board example/board\nExecStop=/usr/bin/docker stop board\n",
    },
  ],
  visit: {
    unit({ type, settings }, _, report) {
      if (type !== "service" || mayHaveTerminal(settings)) return;
      for (const program of programsIn(settings)) {
        const run = program.name === "docker" ? containerRun(program) : undefined;
        const { terminal } = run ?? {};
        if (terminal === undefined || run?.interactive !== true || run.detach !== undefined) continue;
        if (program.at.entry.value.text.includes("<")) continue; // A shell may open a terminal for it
        const place = argumentPlace(program.at, terminal);
        const edit = dropLetters(place, terminal, "it");
        const whole = /^-[it]+$|^--/.test(terminal);
        report(place, {
          message: `docker run ${terminal} asks for a terminal, which services do not have; leave ${whole ? terminal : "its i and t"} out`,
          effect: "systemd says nothing about it; docker ends with status 1",
          fixes:
            edit === undefined
              ? []
              : [
                  {
                    title: "Ask for no terminal",
                    safety: "unsafe",
                    edits: [{ file: place.file.source, edits: [edit] }],
                  },
                ],
        });
      }
    },
  },
});

function mayHaveTerminal(settings: Settings): boolean {
  return (
    isSet(settings, "Service", "StandardInput") &&
    !/^(?:null|data|file:)/.test(textOf(settings, "Service", "StandardInput") ?? "")
  );
}
