/** Programs of commands that the root does not have. */
import type { Fix } from "../lint/finding.ts";
import { defineRule } from "../lint/rule.ts";
import { type NamedCommand, namedCommands } from "../model/needed-files.ts";
import { isSet, valuesOf } from "../model/reading.ts";
import { isMountedOver, isPassedOver, missingSeverity, rootAround } from "../model/root-conditions.ts";
import { isInstalled, programFolders, type RootFiles } from "../model/root-files.ts";
import type { Settings } from "../model/setting.ts";

export const execNotFound = defineRule({
  id: "exec-not-found",
  category: "correctness",
  severity: "warning",
  systemd: "notes",
  since: "0.1.0",
  summary: "A command whose program the root does not have, or that nobody may run",
  why: `Told only with --root, of units that lie in the root, if that holds a whole system: one with a shell. Of units of
packages, below /usr/lib/systemd, it is an info, as they may be made for programs of other packages. The service fails with status 203/EXEC when the
command is run, and systemd-analyze verify complains of it on the host. Often the program lies in another folder (/usr/sbin instead of /usr/bin), its
package is not installed, or a script was copied without its mode: chmod +x. Links are followed inside the root. Programs are looked for in /usr, /bin,
/sbin, /lib, /etc and /opt; those below /home or /var may come from anywhere. Nothing is said of commands with - before them, of units whose conditions ask for
files that are missing as well, of paths below a mount, nor where RootDirectory=, RootImage=, BindPaths= and their like give the service other
files. Ignore it where something else puts the program into the root before it starts.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\n",
      good: "[Service]\nExecStart=/usr/sbin/app\n",
      beside: { "/usr/bin/sh": "#!", "/usr/sbin/app": "#!" },
    },
    {
      bad: "[Service]\nExecStart=/usr/lib/app/start.sh\n",
      good: "[Service]\nExecStart=/bin/sh /usr/lib/app/start.sh\n",
      beside: { "/bin/sh": "#!", "/usr/lib/app/start.sh": "" },
    },
  ],
  visit: {
    unit(unit, { set, rootFiles: files }, report) {
      const rootFiles = rootAround(unit, set, files);
      if (rootFiles === undefined) return;
      const section = unit.type.charAt(0).toUpperCase() + unit.type.slice(1);
      const { settings } = unit;
      const commands = namedCommands(settings, section).filter(isCertain);
      if (commands.length === 0 || hasOtherFiles(settings, section) || isPassedOver(unit, rootFiles)) return;
      const folders = searched(settings, section);
      for (const command of commands) {
        const { path } = command.command;
        const problem = path.startsWith("/") ? atPath(path, rootFiles) : byName(path, folders, rootFiles);
        if (problem === undefined || isMountedOver(path, set)) continue;
        const { at, span } = command;
        report(
          { file: at.file, line: at.entry, span: at.entry.value.toSource(span) },
          {
            message: problem.message,
            severity: missingSeverity(unit),
            effect: "the command fails with status 203/EXEC when it is run",
            fixes: problem.instead === undefined ? [] : fixesOf(command, problem.instead),
          },
        );
      }
    },
  },
});

/** Its failure matters, and no specifier stands for a part of the path. */
function isCertain({ command, at, span }: NamedCommand): boolean {
  const written = at.entry.value.text.slice(span.start, span.end);
  return !command.flags.includes("ignore-failure") && !/[%$]/.test(written);
}

/** Whether the processes see other files than the root has. */
function hasOtherFiles(settings: Settings, section: string): boolean {
  return changing.some(name => isSet(settings, section, name));
}

const changing = [
  ...["RootDirectory", "RootImage", "RootMStack", "ExtensionImages", "ExtensionDirectories", "MountImages"],
  ...["BindPaths", "BindReadOnlyPaths", "TemporaryFileSystem"],
];

function searched(settings: Settings, section: string): readonly string[] {
  const said = valuesOf(settings, section, "ExecSearchPath").flatMap(({ value }) => value.split(":"));
  return said.length > 0 ? said : programFolders;
}

interface Missing {
  readonly message: string;
  /** Where a program of the name is. */
  readonly instead?: string | undefined;
}

function atPath(path: string, files: RootFiles): Missing | undefined {
  const kind = isInstalled(path) ? files.kind(path) : "unknown";
  if (kind === "folder") return { message: `${path} is a folder in the root, no program` };
  if (kind === "file") return { message: `${path} is not executable in the root; chmod +x makes it so` };
  if (kind !== "missing") return undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const instead = programFolders.map(folder => `${folder}/${name}`).find(other => files.kind(other) === "program");
  return { message: `${path} does not exist in the root${instead === undefined ? "" : `; ${instead} does`}`, instead };
}

/** systemd: find_executable_full(), src/basic/path-util.c */
function byName(name: string, folders: readonly string[], files: RootFiles): Missing | undefined {
  if (!folders.every(folder => isInstalled(`${folder}/${name}`))) return undefined;
  const kinds = folders.map(folder => files.kind(`${folder}/${name}`));
  if (kinds.some(kind => kind === "program" || kind === "unknown")) return undefined;
  return { message: `${name} is in none of the folders that systemd searches in the root` };
}

function fixesOf({ at, span, command }: NamedCommand, instead: string): readonly Fix[] {
  const { value } = at.entry;
  const written = value.text.slice(span.start, span.end);
  const start = written.indexOf(command.path);
  if (start < 0) return [];
  const place = value.toSource({ start: span.start + start, end: span.start + start + command.path.length });
  const edits = [{ file: at.file.source, edits: [{ span: place, text: instead }] }];
  return [{ title: `Run ${instead}`, safety: "unsafe", edits }];
}
