/** Containers that are started in the background, where systemd watches the foreground. */

import { dropLetters } from "../lint/drop-letters.ts";
import type { Fix } from "../lint/finding.ts";
import { defineRule } from "../lint/rule.ts";
import { argumentPlace, commandsOf, type PlacedProgram } from "../model/commands.ts";
import { flagOf } from "../model/reading.ts";
import { serviceType } from "../model/service.ts";
import type { Settings } from "../model/setting.ts";
import { type ContainerRun, containerRun } from "../values/container-run.ts";
import { programsOf } from "../values/programs.ts";

// Seen in: coreos/fleet#1357, coreos/docs#325, docker/docs#992, garethr/garethr-docker#511.
export const dockerRunDetached = defineRule({
  id: "docker-run-detached",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A container that is started with -d leaves systemd nothing to watch",
  why: `With -d the client starts the container and ends at once. What systemd watches is the client: for it the service is over, so that it becomes
inactive (dead) within a second while the container lives on, or is stopped right away by the unit's own ExecStop=; with Restart=always the client
is started again and again, and fails with status 125 as the name is taken. The container of Docker belongs to Docker's own daemon, and nothing
tells systemd when it dies. Leave -d out: the client then stays for as long as the container runs, and its output goes to the journal. Podman can
also tell systemd itself which process to watch, by Type=notify or --conmon-pidfile=; nothing is said then, nor of RemainAfterExit=yes and
Type=oneshot, where an end is expected, nor of a line of shell that goes on behind it.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/docker run -d --rm --name web nginx\nExecStop=/usr/bin/docker stop web\n",
      good: "[Service]\nExecStart=/usr/bin/docker run --rm --name web nginx\nExecStop=/usr/bin/docker stop web\n",
    },
    {
      bad: "[Service]\nType=exec\nExecStart=/usr/bin/podman run -itd --rm --name web nginx\n",
      good: "[Service]\nType=notify\nNotifyAccess=all\nExecStart=/usr/bin/podman run -d --sdnotify=conmon --rm --name web nginx\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set: { catalog } }, report) {
      if (type !== "service" || flagOf(settings, "Service", "RemainAfterExit", false)) return;
      for (const program of startedIn(settings)) {
        const run = containerRun(program);
        const { detach } = run ?? {};
        if (run === undefined || detach === undefined) continue;
        if (!endsAtOnce(program, run, serviceType(settings, catalog.version))) continue;
        report(argumentPlace(program.at, detach), {
          message: `${program.name} run ${detach} ends at once, and systemd takes the service for finished; leave ${named(unwanted(program, run))} out`,
          effect: "systemd says nothing about it; the service ends while its container runs, or takes it along",
          fixes: inForeground(program, run),
        });
      }
    },
  },
});

/** Of a line of shell, the last call: what follows may wait for the container. */
function startedIn(settings: Settings): readonly PlacedProgram[] {
  const commands = commandsOf(settings).filter(({ at }) => at.directive.name === "ExecStart");
  return commands.flatMap(({ command, at }) => {
    const programs = programsOf(command);
    const program = programs.at(-1);
    const isLast = programs.length === 1 || endsWith(command.argv.at(-1) ?? "", program?.args ?? []);
    return program !== undefined && isLast ? [{ ...program, at }] : [];
  });
}

/** Whether a script is read to its end, where not all of it is plain. */
function endsWith(script: string, words: readonly string[]): boolean {
  return script.split(/\s+/).filter(Boolean).join(" ").replace(/ ?;$/, "").endsWith(words.join(" "));
}

/** Podman leaves a process in the unit, which a service of Type=forking or one that is told of it may watch. */
function endsAtOnce({ name }: PlacedProgram, { options }: ContainerRun, type: string): boolean {
  if (type === "oneshot") return false;
  if (name !== "podman") return true;
  return ["simple", "exec", "idle"].includes(type) && !options.has("sdnotify") && !options.has("conmon-pidfile");
}

/** The words that have to go, and which of their letters: with docker also the terminal, for which it would then ask. */
function unwanted({ name }: PlacedProgram, { detach = "", terminal, interactive }: ContainerRun) {
  const both = name === "docker" && interactive && terminal !== undefined;
  return { words: both ? [...new Set([detach, terminal])] : [detach], letters: both ? "dit" : "d" };
}

function inForeground(program: PlacedProgram, run: ContainerRun): readonly Fix[] {
  const { words, letters } = unwanted(program, run);
  const edits = words.map(word => dropLetters(argumentPlace(program.at, word), word, letters));
  const written = edits.filter(edit => edit !== undefined);
  if (written.length < edits.length) return [];
  const file = program.at.file.source;
  return [{ title: "Keep the container in the foreground", safety: "unsafe", edits: [{ file, edits: written }] }];
}

/** For people: words of which nothing is left, or the letters in a word. */
function named({ words, letters }: ReturnType<typeof unwanted>): string {
  const whole = (word: string) => /^--|^-.=/.test(word) || [...word.slice(1)].every(letter => letters.includes(letter));
  return words.map(word => (whole(word) ? word : `the ${[...letters].join(", ")} of ${word}`)).join(" and ");
}
