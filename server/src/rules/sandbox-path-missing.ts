/** Paths in lists of a sandbox that are not there when it is set up. */
import type { Fix } from "../lint/finding.ts";
import { lineBefore } from "../lint/line-before.ts";
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { namedCommands } from "../model/needed-files.ts";
import { assignmentPlace } from "../model/place.ts";
import { bindSources, insidePaths, type ListedPath } from "../model/sandbox/listed-paths.ts";
import { presentPath, type SandboxSubject } from "../model/sandbox/mount.ts";
import { isMadeByUnits, ownRunFolder } from "../model/sandbox/own-run-folder.ts";
import { hasOpenSpecifier, hiddenBy, sandboxMounts, sandboxSubject } from "../model/sandbox/sandbox.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const sandboxPathMissing = defineRule({
  id: "sandbox-path-missing",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A path that the sandbox needs is missing when the service starts",
  why: `What ReadWritePaths=, ReadOnlyPaths=, InaccessiblePaths=, ExecPaths=, NoExecPaths=, BindPaths= and BindReadOnlyPaths= name must be there
before the first command runs, or the service fails with status 226/NAMESPACE; no ExecStartPre= can make it in time. The prefix - allows it to be
missing. Two cases can be told without looking at a host. A path in a folder for which the unit itself puts an empty one, as PrivateTmp= does with
/tmp, is never there: a warning. And /run is empty after each boot: a folder of the service's own there, by its name, its user or its program, wants
RuntimeDirectory=, which makes it, keeps it writable and gives it to the user: an info, unless a unit that the service goes with makes it, or
the unit lies in /usr/lib/systemd, where packages bring tmpfiles.d files along. Folders below /var and /etc outlive a boot, and packages make them
when they are installed: nothing is said of them, though StateDirectory=, CacheDirectory= and LogsDirectory= do the same.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nProtectSystem=strict\nReadWritePaths=/run/app\n",
      good: "[Service]\nExecStart=/usr/bin/app\nProtectSystem=strict\nRuntimeDirectory=app\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nPrivateTmp=yes\nInaccessiblePaths=/tmp/app\n",
      good: "[Service]\nExecStart=/usr/bin/app\nPrivateTmp=yes\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const subject = sandboxSubject(unit, set);
      if (subject === undefined || !runsInside(subject)) return;
      tellEmptied(subject, report);
      if (unit.type === "service" && set.manager === "system" && !isPackaged(unit))
        tellRunFolders(unit, set, subject, report);
    },
  },
});

function runsInside({ settings, section }: SandboxSubject): boolean {
  return namedCommands(settings, section).some(({ command }) => !command.flags.includes("full-privileges"));
}

function tellEmptied(subject: SandboxSubject, report: PlaceReport): void {
  const paths = insidePaths(subject);
  const mounts = paths.length === 0 ? undefined : sandboxMounts(subject);
  if (mounts === undefined) return;
  for (const { name, path, at, place } of paths) {
    const mount = hasOpenSpecifier(at, subject.manager) ? undefined : hiddenBy(mounts, presentPath(path));
    if (mount?.mode !== "empty") continue;
    const { file, span } = assignmentPlace(mount.at);
    report(place, {
      message: `${name}=${path} is not there: ${mount.by} puts an empty folder in the place of ${mount.path}`,
      severity: "warning",
      effect: "systemd says nothing of it; the service fails with status 226/NAMESPACE when it is started",
      related: [{ file: file.source, span, message: "what makes the empty folder" }],
    });
  }
}

function tellRunFolders(unit: Unit, set: UnitSet, subject: SandboxSubject, report: PlaceReport): void {
  const writable = insidePaths(subject).filter(({ name }) => name === "ReadWritePaths");
  const told = new Set<string>();
  for (const listed of [...writable, ...bindSources(subject)]) {
    const folder = hasOpenSpecifier(listed.at, subject.manager) ? undefined : ownRunFolder(unit, listed.path);
    if (folder === undefined || told.has(folder) || isMadeByUnits(folder, unit, set)) continue;
    told.add(folder);
    report(listed.place, {
      message: `/run is empty after a boot, and nothing here makes ${listed.path}; RuntimeDirectory=${folder} does`,
      effect: "systemd says nothing of it; where the path is missing, the service fails with status 226/NAMESPACE",
      fixes: [makingFolder(listed, folder)],
    });
  }
}

/** The line itself may stay: it does no harm once the folder is there. */
function makingFolder({ at }: ListedPath, folder: string): Fix {
  const edit = lineBefore(at, `RuntimeDirectory=${folder}`);
  return {
    title: `Let systemd make it: RuntimeDirectory=${folder}`,
    safety: "unsafe",
    edits: [{ file: at.file.source, edits: [edit] }],
  };
}

/** Packages bring folders along in other ways. */
function isPackaged({ entry }: Unit): boolean {
  return entry !== undefined && /(?:^|\/)lib\/systemd\/system\//.test(entry.path);
}
