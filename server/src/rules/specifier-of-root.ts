/** Specifiers of the manager's user where another one runs. Seen in: voglster/lumbergh#22, abraunegg/onedrive#478, systemd/systemd#12389. */
import type { Fix } from "../lint/finding.ts";
import { respell } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { textOf } from "../model/reading.ts";
import { type RootSpecifier, rootSpecifiers } from "../model/root-specifiers.ts";
import type { PlacedAssignment, Settings } from "../model/setting.ts";
import type { Command } from "../values/command.ts";

export const specifierOfRoot = defineRule({
  id: "specifier-of-root",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "Specifiers such as %h and %u mean root in a unit of the system, whatever User= says",
  why: `%h, %s, %u, %U, %g and %G stand for the home, the shell, the name, the number and the group of the user whose manager reads the unit. In units of the system
that is root, also where User= runs the program as somebody else: %h is /root, which that user may not even read, so that the service fails
with status 203/EXEC, 200/CHDIR or with Permission denied. WorkingDirectory=~ is the home of User=; in arguments $HOME and $USER are those of User=; in a template %i often is
the name that was meant. Or install the unit for users, where %h is what it seems to be. Nothing is said of commands that +, ! or
PermissionsStartOnly= runs as root, nor of what systemd itself reads, opens or hides as root: EnvironmentFile=, LoadCredential=, StandardOutput=,
InaccessiblePaths= and their like.`,
  examples: [
    {
      bad: "[Service]\nUser=app\nWorkingDirectory=%h\nExecStart=/usr/bin/app\n",
      good: "[Service]\nUser=app\nWorkingDirectory=~\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Service]\nUser=app\nExecStart=/usr/bin/app --config %h/.config/app.toml\n",
      good: "[Service]\nUser=app\nExecStart=/usr/bin/app --config ${HOME}/.config/app.toml\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const { settings } = unit;
      for (const found of rootSpecifiers(unit, set)) {
        report(found.place, {
          message: `${found.written} is ${meanings[found.written.slice(1)]} here, not ${whose(settings)}; ${adviceFor(found, settings)}`,
          effect: "systemd puts what is root's in its place and says nothing",
          fixes: fixesOf(found, settings),
        });
      }
    },
  },
});

/** What they are to the system's manager. systemd: specifier_user_home(), specifier_user_name() …, src/shared/specifier.c */
const meanings: Readonly<Record<string, string>> = {
  h: "/root",
  s: "root's shell",
  u: "root",
  U: "0",
  g: "root",
  G: "0",
};

function whose(settings: Settings): string {
  const user = textOf(settings, "Service", "User");
  return user === undefined ? "what DynamicUser= makes" : `${user}'s`;
}

function adviceFor({ at, written, within }: RootSpecifier, settings: Settings): string {
  if (written !== "%h") return "write it out";
  if (textOf(settings, "Service", "User") === undefined) return "write the path out";
  if (at.directive.name === "WorkingDirectory") return "~ is the home of User=";
  return within === "argument" && hasVariables(at) ? "write ${HOME}" : "write the path out";
}

/** Where the user's own is known, or systemd looks it up. */
function fixesOf({ at, written, place, within }: RootSpecifier, settings: Settings): readonly Fix[] {
  const user = textOf(settings, "Service", "User");
  if (written === "%u" && user !== undefined) return respell(place, user);
  if (written !== "%h") return [];
  if (at.directive.name === "WorkingDirectory" && at.entry.value.text === "%h") return respell(place, "~");
  return within === "argument" && user !== undefined && hasVariables(at) ? respell(place, "${HOME}") : [];
}

/** systemd replaces variables in the arguments of all commands but those that : keeps from it. */
function hasVariables({ directive, parsed }: PlacedAssignment): boolean {
  if (directive.kind !== "command-line" || !Array.isArray(parsed?.value)) return false;
  return !parsed.value.some(({ flags }: Command) => flags.includes("no-variables"));
}
