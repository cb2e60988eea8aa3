/** Programs and variables in folders where everybody may write. */
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { namedCommands, neededFiles } from "../model/needed-files.ts";
import { valuePlace } from "../model/place.ts";
import { valuesOf } from "../model/reading.ts";
import { isBelow, type MountMode, type SandboxSubject } from "../model/sandbox/mount.ts";
import { hasOpenSpecifier, sandboxMounts, sandboxSubject } from "../model/sandbox/sandbox.ts";

export const dangerousPath = defineRule({
  id: "dangerous-path",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A program, a script or an environment file lies where every user may put one",
  why: `Every user may make files in /tmp, /var/tmp and /dev/shm, and all that is old there is deleted from time to time, or at boot. Whoever is the first
to make a file of that name decides what runs, with the rights of the service: usually those of root. Variables such as LD_PRELOAD or PATH of an
environment file do as much. Programs belong into /usr/local, /opt or /srv, environment files into /etc, and what a service makes for itself into
RuntimeDirectory= or StateDirectory=. Of a service with a /tmp of its own (PrivateTmp=, DynamicUser=) only EnvironmentFile= is told, which systemd reads
from the /tmp of all.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/tmp/app --serve\n",
      good: "[Service]\nExecStart=/usr/local/bin/app --serve\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nEnvironmentFile=-/var/tmp/app.env\n",
      good: "[Service]\nExecStart=/usr/bin/app\nEnvironmentFile=-/etc/app.env\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const subject = sandboxSubject(unit, set);
      if (subject === undefined) return;
      tellCommands(subject, report);
      tellEnvironment(subject, report);
    },
  },
});

const writable = ["/tmp", "/var/tmp", "/dev/shm"];

function folderOf(path: string): string | undefined {
  return writable.find(folder => isBelow(path, folder) && !path.split("/").includes(".."));
}

function tellCommands(subject: SandboxSubject, report: PlaceReport): void {
  for (const placed of namedCommands(subject.settings, subject.section)) {
    if (hasOpenSpecifier(placed.at, subject.manager)) continue;
    const outside = placed.command.flags.includes("full-privileges");
    for (const { path, reader, place } of neededFiles(placed)) {
      const folder = folderOf(path);
      if (folder === undefined || isReplaced(path, outside, subject)) continue;
      const what = `${placed.at.entry.key.text}= ${reader === undefined ? "runs" : `has ${reader} run`} ${path}`;
      report(place, { message: `${what}, but every user may put a file into ${folder}`, effect });
    }
  }
}

/** Whether something else stands in the place of the path, or nobody knows. */
function isReplaced(path: string, isOutside: boolean, subject: SandboxSubject): boolean {
  const mounts = sandboxMounts(subject);
  if (mounts === undefined) return true;
  const own = mounts.filter(({ mode }) => replacing.includes(mode));
  return !isOutside && own.some(mount => mount.path === path || isBelow(path, mount.path));
}

/** What puts something else in the place of a folder. */
const replacing: readonly MountMode[] = ["inaccessible", "bind", "empty"];
const effect = "systemd says nothing of it; whoever makes the file decides what the service does";

function tellEnvironment({ settings, section, manager }: SandboxSubject, report: PlaceReport): void {
  for (const { value, at } of valuesOf(settings, section, "EnvironmentFile")) {
    const path = value.replace(/^-/, "");
    const folder = hasOpenSpecifier(at, manager) ? undefined : folderOf(path);
    if (folder === undefined) continue;
    report(valuePlace(at), {
      message: `EnvironmentFile= sets variables from ${path}, but every user may put a file into ${folder}`,
      effect,
    });
  }
}
