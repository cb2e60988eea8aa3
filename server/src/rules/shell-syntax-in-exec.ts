/** Shell syntax in command lines, which no shell reads. */
import type { Fix } from "../lint/finding.ts";
import { defineRule, type PlaceReport, type Visitor } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";
import type { World } from "../lint/world.ts";
import { unitProblems } from "../model/refusals/index.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFile } from "../model/unit-file.ts";
import type { LineSyntax } from "../syntax/tree.ts";

// Seen in: mbrubeck/agate#169, ClusterLabs/pcs#155, Vanilla-OS#92, griggheo/ansible-consul-template#17, SSSD/sssd#7594, jamulussoftware/jamulus#1517, systemd#2146.
export const shellSyntaxInExec = defineRule({
  id: "shell-syntax-in-exec",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  verify: false,
  summary: "Shell syntax in a command line, which no shell reads",
  why: `systemd starts programs itself: it knows quotes, variables and a lone ; between commands, and nothing else of a shell. Pipes, && and
redirections are arguments to it, which the program refuses, or takes for names of files; rm ends well and deletes nothing, as no file is named *.
A first word such as cd is looked for as a program, and the service fails with status 203/EXEC. Settings do most of what the syntax is wanted for:
WorkingDirectory=, EnvironmentFile=, StandardOutput=append:FILE (since 240) or truncate:FILE (since 248), ExecStartPre= for a command before.
For the rest, name the shell: /bin/sh -c '…', with $$ for each dollar sign that the shell is to see; the quotes go
around all of the line, as a shell runs only the one word behind -c. A program to which such words are
arguments may have them in quotes.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app | /usr/bin/logger -t app\n",
      good: "[Service]\nExecStart=/bin/sh -c '/usr/bin/app | /usr/bin/logger -t app'\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app >> /var/log/app.log\n",
      good: "[Service]\nExecStart=/usr/bin/app\nStandardOutput=append:/var/log/app.log\n",
    },
    {
      bad: "[Service]\nExecStart=cd /srv/app && /usr/bin/app\n",
      good: "[Service]\nWorkingDirectory=/srv/app\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Service]\nExecStartPre=/bin/rm -f /run/app/*.sock\nExecStart=/usr/bin/app\n",
      good: "[Service]\nExecStartPre=/bin/sh -c 'rm -f /run/app/*.sock'\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: { ...withFolders(valueProblems("shell-syntax-in-exec")), unit: tellRefused },
});

/** Where the ; of a line of shell makes two commands of it, which systemd refuses. */
function tellRefused(unit: Unit, { set }: World, report: PlaceReport): void {
  const refusal = unitProblems(unit, set).find(({ verdict }) => verdict === "refuses");
  if (refusal?.check !== "duplicate-exec-start" || refusal.because?.length !== 1 || typeof refusal.at === "string")
    return;
  const { file, entry, parsed } = refusal.at;
  for (const { rule, span, message } of parsed?.problems ?? []) {
    if (rule !== "shell-syntax-in-exec") continue;
    report(
      { file, line: entry, span: entry.value.toSource(span) },
      {
        message: `${message}; with the ; it makes two commands, for which systemd refuses the unit`,
        systemd: "refuses",
      },
    );
    return;
  }
}

/** Offers WorkingDirectory= for a cd before all others. */
function withFolders({ file: visit }: Visitor): Visitor {
  return {
    file(file, report) {
      visit?.(file, (line, span, problem) => {
        const own = folderFix(line, file);
        report(line, span, own === undefined ? problem : { ...problem, fixes: [own, ...(problem.fixes ?? [])] });
      });
    },
  };
}

/** Where the command is `cd DIR && COMMAND`, nothing else of a shell, and the service has no folder yet. */
function folderFix(line: LineSyntax, { source, name, blocks }: UnitFile): Fix | undefined {
  if (line.kind !== "entry" || line.key.text !== "ExecStart" || name.role !== "fragment") return undefined;
  const [, prefixes = "", folder = "", command = ""] = plainChange.exec(line.value.text) ?? [];
  const value = line.value.toSource({ start: 0, end: line.value.text.length });
  if (folder === "" || source.text.slice(value.start, value.end) !== line.value.text) return undefined;
  const keys = blocks.flatMap(({ assignments }) => assignments.map(({ entry }) => entry.key.text));
  if (keys.includes("WorkingDirectory") || keys.indexOf("ExecStart") < keys.lastIndexOf("ExecStart")) return undefined;
  const { start } = line.span;
  const edits = [
    { span: { start, end: start }, text: `WorkingDirectory=${folder}${source.text.includes("\r\n") ? "\r\n" : "\n"}` },
    { span: value, text: prefixes + wholePath(command, folder) },
  ];
  return { title: `Write WorkingDirectory=${folder}`, safety: "unsafe", edits: [{ file: source, edits }] };
}

const plainChange = /^([-+!:]*)cd\s+(\/[\w./@%-]*)\s*&&\s*((?!(?:cd|source|export|exec|\.)\s|\w+=)[^|&;<>`\\]+)$/;

/** systemd looks for programs from the root, or by their plain names. */
function wholePath(command: string, folder: string): string {
  return /^[^/\s]+\//.test(command) ? `${folder.replace(/\/*$/, "/")}${command.replace(/^\.\//, "")}` : command;
}
