/** PID files and sockets in folders below /run that nothing makes. */
import { lineBefore } from "../lint/line-before.ts";
import { defineRule } from "../lint/rule.ts";
import { commandsOf } from "../model/commands.ts";
import { assignmentPlace, type Place, valuePlace } from "../model/place.ts";
import { isUnprivileged } from "../model/privileges.ts";
import { flagOf, isSet, lastOf } from "../model/reading.ts";
import { isMadeByUnits, ownRunFolder } from "../model/sandbox/own-run-folder.ts";
import { hasOwnRoot } from "../model/service.ts";
import type { PlacedAssignment, Settings } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";

// Seen in: benoitc/gunicorn#1401, lopopolo/hyperbola#22, kamailio/kamailio#1754.
export const runtimePathNotCreated = defineRule({
  id: "runtime-path-not-created",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A PID file or socket lies in a folder below /run that nothing makes",
  why: `/run is empty after each boot, and only root may make a folder in it. A service with User= that wants its PID file or socket in a folder of its
own there works as long as the one made by hand exists, and fails after the next boot: No such file or directory, or Permission denied.
RuntimeDirectory= makes the folder before each start and gives it to the user. Nothing is said where the unit, its socket or a unit that it goes
with makes the folder, where a command mentions it or runs as root, and of units in /usr/lib/systemd, as packages bring tmpfiles.d files along.`,
  examples: [
    {
      bad: "[Service]\nUser=app\nExecStart=/usr/bin/gunicorn --bind unix:/run/app/app.sock app:main\n",
      good: "[Service]\nUser=app\nRuntimeDirectory=app\nExecStart=/usr/bin/gunicorn --bind unix:/run/app/app.sock app:main\n",
    },
    {
      bad: "[Service]\nType=forking\nUser=app\nPIDFile=/run/app/app.pid\nExecStart=/usr/bin/app\n",
      good: "[Service]\nType=forking\nUser=app\nRuntimeDirectory=app\nPIDFile=/run/app/app.pid\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const { type, settings } = unit;
      if (type !== "service" || set.manager === "user" || isPackaged(unit) || hasOwnRoot(settings)) return;
      const first = pathsIn(settings).find(at => ownFolder(unit, at) !== undefined);
      const folder = first && ownFolder(unit, first);
      if (first === undefined || folder === undefined) return;
      if (!isUnprivileged({ settings, manager: set.manager, version: set.catalog.version })) return;
      if (isMadeByUnits(folder, unit, set) || isMentioned(settings, folder)) return;
      const edit = lineBefore(first.at, `RuntimeDirectory=${folder}`);
      report(first.place, {
        message: `/run is empty after a boot, and nothing here makes /run/${folder}; RuntimeDirectory=${folder} does`,
        effect: "systemd says nothing of it; the service works until the next boot",
        fixes: [
          {
            title: `Let systemd make it: RuntimeDirectory=${folder}`,
            safety: "unsafe",
            edits: [{ file: first.at.file.source, edits: [edit] }],
          },
        ],
      });
    },
  },
});

interface RunPath {
  readonly path: string;
  readonly at: PlacedAssignment;
  readonly place: Place;
}

/** Those that a service makes: its PID file, and arguments that look like one, a socket or a lock. */
function pathsIn(settings: Settings): readonly RunPath[] {
  const pidFile = lastOf(settings, "Service", "PIDFile");
  const pid = typeof pidFile?.parsed?.value === "string" ? pidFile.parsed.value : undefined;
  const first = pidFile && pid !== undefined ? [{ path: pid, at: pidFile, place: valuePlace(pidFile) }] : [];
  const started = commandsOf(settings).filter(
    ({ command, at }) => at.directive.name === "ExecStart" && !command.flags.includes("full-privileges"),
  );
  const words = started.flatMap(({ command, at }) => command.argv.slice(1).map(word => ({ word, at })));
  return [...first, ...words.flatMap(({ word, at }) => pathIn(word, at))];
}

function pathIn(word: string, at: PlacedAssignment): readonly RunPath[] {
  const path = /^(?:[\w@.-]+[=:])*(\/(?:var\/)?run\/[^\s:,;$]+\/[^\s:,;$/]*(?:pid|sock|socket|lock))$/.exec(word)?.[1];
  if (path === undefined) return [];
  const start = at.entry.value.text.indexOf(path);
  const place = { file: at.file, line: at.entry, span: at.entry.value.toSource({ start, end: start + path.length }) };
  return [{ path, at, place: start < 0 ? assignmentPlace(at) : place }];
}

/** What a command is to open in a folder that bears the user's name alone, another service of that user may have made. */
function ownFolder(unit: Unit, { path, at }: RunPath): string | undefined {
  const folder = path.slice(0, path.lastIndexOf("/"));
  return /^\/(?:var\/)?run\/[^/]/.test(folder)
    ? ownRunFolder(unit, folder, at.directive.name === "PIDFile")
    : undefined;
}

/** By a command that may make it, or by the sandbox, of which another rule tells. */
function isMentioned(settings: Settings, folder: string): boolean {
  if (["ReadWritePaths", "BindPaths", "BindReadOnlyPaths"].some(name => isSet(settings, "Service", name))) return true;
  const asRoot = flagOf(settings, "Service", "PermissionsStartOnly", false);
  return commandsOf(settings).some(({ command: { argv, flags }, at }) => {
    const words = argv.join(" ");
    if (at.directive.name === "ExecStart") return /\bmkdir\b|\binstall\b/.test(words);
    return asRoot || raising.some(flag => flags.includes(flag)) || words.includes(`/run/${folder}`);
  });
}

const raising = ["full-privileges", "keep-user", "ambient"] as const;

/** Packages bring folders along in other ways. */
function isPackaged({ entry }: Unit): boolean {
  return entry !== undefined && /(?:^|\/)lib\/systemd\/system\//.test(entry.path);
}
