/** Containers with a fixed name that nothing removes before the next start. */
import type { Fix } from "../lint/finding.ts";
import { defineRule } from "../lint/rule.ts";
import { argumentPlace, commandsOf, type PlacedProgram, programsIn } from "../model/commands.ts";
import { assignmentPlace } from "../model/place.ts";
import type { Settings } from "../model/setting.ts";
import type { Command } from "../values/command.ts";
import { containerRun } from "../values/container-run.ts";
import { programsOf } from "../values/programs.ts";

// Seen in: ikke-t/podman-container-systemd#43, salt-formulas/salt-formula-docker#38, cloudyr/googleComputeEngineR#30.
export const containerNameClash = defineRule({
  id: "container-name-clash",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A container with a fixed name is not removed before the next start",
  why: `docker run --name makes a new container each time, and a stopped one keeps its name. So the first start works, and every later one fails with
status 125, as the name is already in use; with Restart= that goes on for ever. --rm removes the container when it ends. After a crash of the host
one may be left all the same, which ExecStartPre=-/usr/bin/docker rm -f NAME takes away; --replace of Podman does both. Nothing is said where a
command of the unit, also in the same line of shell, removes containers, or may do so as nobody knows what it runs.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/docker run --name web nginx\nExecStop=/usr/bin/docker stop web\n",
      good: "[Service]\nExecStart=/usr/bin/docker run --rm --name web nginx\nExecStop=/usr/bin/docker stop web\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/podman run --name=web nginx\n",
      good: "[Service]\nExecStartPre=-/usr/bin/podman rm -f web\nExecStart=/usr/bin/podman run --name=web nginx\n",
    },
  ],
  visit: {
    unit({ type, settings }, _, report) {
      if (type !== "service") return;
      const named = programsIn(settings).filter(
        program => program.at.directive.name === "ExecStart" && keepsName(program),
      );
      if (named.length === 0 || mayRemove(settings)) return;
      for (const program of named) {
        report(argumentPlace(program.at, "run"), {
          message: `${program.name} run fails from the second start on, as the first container keeps the name; ${remedy(program)}`,
          effect: "systemd says nothing about it; the command ends with status 125",
          fixes: removed(program),
        });
      }
    },
  },
});

/** What has a restart policy must not have --rm. */
function remedy(program: PlacedProgram): string {
  return hasPolicy(program) ? "remove it in ExecStartPre=" : "add --rm";
}

function hasPolicy(program: PlacedProgram): boolean {
  return containerRun(program)?.options.has("restart") === true;
}

/** A name that a variable gives may be another one each time. */
function keepsName(program: PlacedProgram): boolean {
  const run = containerRun(program);
  if (run?.name === undefined || run.name.includes("$")) return false;
  return !["rm", "replace"].some(option => run.options.has(option));
}

/** Any other command, or what else stands in the line of shell that runs it. */
function mayRemove(settings: Settings): boolean {
  return commandsOf(settings).some(
    ({ command, at }) => !(at.directive.name === "ExecStart" && isPlainRun(command)) && removes(command),
  );
}

/** What stands behind the image is the container's own. */
function isPlainRun(command: Command): boolean {
  const [program, ...more] = programsOf(command);
  return program !== undefined && more.length === 0 && containerRun(program) !== undefined;
}

/** A plain line of shell is as good as what it calls; of all else nobody knows what it does. */
function removes(command: Command): boolean {
  if (command.argv.some(word => /(?:^|[\s;&|])rm\b|prune|remove/.test(word))) return true;
  return !programsOf(command).every(({ name }) => harmless.has(name));
}

const harmless: ReadonlySet<string> = new Set([
  "docker",
  "podman",
  "nerdctl",
  "sh",
  "bash",
  "dash",
  "echo",
  "sleep",
  "mkdir",
  "install",
  "chown",
  "chmod",
  "test",
  "true",
]);

function removed(program: PlacedProgram): readonly Fix[] {
  const { at } = program;
  const { file, span } = argumentPlace(at, "run");
  if (hasPolicy(program) || span.start === assignmentPlace(at).span.start) return [];
  const edit = { span: { start: span.end, end: span.end }, text: " --rm" };
  return [{ title: "Add --rm", safety: "unsafe", edits: [{ file: file.source, edits: [edit] }] }];
}
