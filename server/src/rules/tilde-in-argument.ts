/** ~ in arguments of commands, which no shell replaces. Seen in: systemd/systemd#34197, aws-samples/appmod-blueprints#635. */
import { respell } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { commandsOf, type PlacedCommand } from "../model/commands.ts";
import type { Place } from "../model/place.ts";
import { isUnprivileged } from "../model/privileges.ts";
import { isSet } from "../model/reading.ts";
import { programsOf } from "../values/programs.ts";
import { scriptArgument } from "../values/script-argument.ts";
import { globbing } from "../values/shell-words.ts";

export const tildeInArgument = defineRule({
  id: "tilde-in-argument",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "An argument of a command begins with ~/, which only a shell replaces",
  why: `In a terminal the shell puts the home folder in the place of ~ before the program sees it. systemd is no shell: the program gets ~/app.toml
as it stands and looks for a folder named ~ below its working directory, which mostly ends in "No such file or directory". \${HOME} in an argument
is the home of the user who runs the program, where systemd sets it: with User= and in units of users. %h is the home of the manager's user: in units of users
the same, in those of the system /root. Nothing is said of shells, of programs that hand their arguments to one, and of ssh, gpg, emacs and their kin, which
replace it themselves. Leave the finding where the program itself replaces ~, as
some in Python do.`,
  examples: [
    {
      bad: "[Service]\nUser=app\nExecStart=/usr/bin/app --config ~/app.toml\n",
      good: "[Service]\nUser=app\nExecStart=/usr/bin/app --config ${HOME}/app.toml\n",
    },
    {
      name: "user/app.service",
      bad: "[Service]\nExecStart=/usr/bin/app --config=~/app.toml\n[Install]\nWantedBy=default.target\n",
      good: "[Service]\nExecStart=/usr/bin/app --config=%h/app.toml\n[Install]\nWantedBy=default.target\n",
    },
  ],
  visit: {
    unit({ settings }, { set }, report) {
      const { manager, catalog } = set;
      for (const placed of commandsOf(settings)) {
        const place = mayExpand(placed) || wantsShell(placed) ? undefined : tildeIn(placed);
        if (place === undefined) continue;
        const isManagers = manager === "user" || !isUnprivileged({ settings, manager, version: catalog.version });
        const home = isManagers ? "%h" : "${HOME}";
        const isReplaced =
          isManagers || (isSet(settings, "Service", "User") && !placed.command.flags.includes("no-variables"));
        report(place, {
          message: `~ stands for itself, as no shell replaces it; write ${isReplaced ? home : "the path of the folder"}`,
          effect: "systemd hands it to the program as it stands",
          fixes: isReplaced ? respell(place, home) : [],
        });
      }
    },
  },
});

/** Where a shell is missing altogether, which `shell-syntax-in-exec` tells, it would replace this as well. */
function wantsShell({ at }: PlacedCommand): boolean {
  return at.parsed?.problems.some(({ rule }) => rule === "shell-syntax-in-exec") === true;
}

/** Shells, what hands its arguments to one, and what replaces it by itself; of the tools for files `shell-syntax-in-exec` tells. */
function mayExpand({ command }: PlacedCommand): boolean {
  if (command.flags.includes("via-shell")) return true;
  const programs = programsOf(command);
  return programs.length !== 1 || programs.some(({ name }) => shells.test(name) || globbing.has(name));
}

const shells =
  /^(?:(?:ba|da|z|k|mk|fi|tc|c|a)?sh|s(?:u|udo)|runuser|(?:auto)?ssh|scp|sftp|gpg\S*|emacs(?:client)?|tmux|flock|script|expect|docker|podman|.*\.sh)$/;

/** The first word of its arguments that begins with it, or an option's value; of scripts `relative-script-argument` tells. */
function tildeIn({ command, at }: PlacedCommand): Place | undefined {
  if (!command.argv.some(word => /^(?:--?[\w-]+=)?~\//.test(word))) return undefined;
  const [script] = programsOf(command).flatMap(program => scriptArgument(program) ?? []);
  for (const { kind, span } of at.parsed?.parts ?? []) {
    if (kind !== "argument") continue;
    const word = at.entry.value.text.slice(span.start, span.end);
    const match = /^["']?(?:--?[\w-]+=)?["']?(?=~\/)/.exec(word);
    if (match === null || word.replaceAll(/["']/g, "") === script) continue;
    const start = span.start + match[0].length;
    return { file: at.file, line: at.entry, span: at.entry.value.toSource({ start, end: start + 1 }) };
  }
  return undefined;
}
