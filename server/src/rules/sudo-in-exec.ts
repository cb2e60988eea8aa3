/** Commands that change their user by sudo and its like, where a setting does. */
import { defineRule } from "../lint/rule.ts";
import { commandsOf, type PlacedProgram, programPlace } from "../model/commands.ts";
import { flagOf, isSet, textOf } from "../model/reading.ts";
import type { Settings } from "../model/setting.ts";
import { programsOf } from "../values/programs.ts";

// Seen in: Arc-Compute/Mdev-GPU#2, darkk/redsocks#40.
export const sudoInExec = defineRule({
  id: "sudo-in-exec",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A service that starts its program by sudo, su or runuser",
  why: `systemd starts a program as any user itself, by User= and Group=. sudo, su and runuser stand between it and the program: they open a session of
PAM, which su and runuser -l may move out of the service's control group, they change variables, the main process is theirs, and a notification or a signal may
not arrive. In a service that runs as root already, sudo without -u does nothing at all. Other commands of a unit may well run as another user than the main one: only a single
ExecStart= is looked at.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/sudo -u app /usr/bin/app --serve\n",
      good: "[Service]\nUser=app\nExecStart=/usr/bin/app --serve\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/sudo /usr/bin/app\n",
      good: "[Service]\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set: { manager } }, report) {
      if (type !== "service" || manager !== "system" || !runsAsRoot(settings)) return;
      const program = raisingIn(settings);
      const message = program && advice(program);
      if (program !== undefined && message !== undefined)
        report(programPlace(program), { message, effect: "systemd does as it is told" });
    },
  },
});

/** Who is not root may need sudo, or not be allowed it. */
function runsAsRoot(settings: Settings): boolean {
  if (!isSet(settings, "Service", "User")) return !flagOf(settings, "Service", "DynamicUser", false);
  return ["root", "0"].includes(textOf(settings, "Service", "User") ?? "");
}

/** Of the only command of a service; what scripts do is theirs. */
function raisingIn(settings: Settings): PlacedProgram | undefined {
  const [only, ...more] = commandsOf(settings).filter(({ at }) => at.directive.name === "ExecStart");
  if (only === undefined || more.length > 0 || only.command.flags.length > 0) return undefined;
  const programs = programsOf(only.command);
  const [program] = programs;
  if (program === undefined || programs.length > 1 || !changing.has(program.name)) return undefined;
  return isSet(settings, "Service", "PAMName") ? undefined : { ...program, at: only.at };
}

const changing: ReadonlySet<string> = new Set(["sudo", "doas", "su", "runuser", "gosu", "su-exec"]);

function advice({ name, args, at }: PlacedProgram): string | undefined {
  const user = userOf(name, args);
  if (user === "root") return `${name} gains nothing here, as the service runs as root already; leave ${name} out`;
  if (user === undefined || !/^[a-z_][\w.-]*\$?$/i.test(user)) return undefined;
  return `${name} stands between systemd and the program; write User=${at.entry.value.text.includes("%") ? "" : user}, and leave ${name} out of all commands`;
}

/** Whom a program becomes; undefined where options make it hard to tell. */
function userOf(name: string, args: readonly string[]): string | undefined {
  if (name === "gosu" || name === "su-exec") return args[0]?.replace(/:.*/, "");
  const asked = /(?:^|\s)(?:-u\s?|--user[= ])(\S+)/.exec(leadingOptions(args).join(" "))?.[1];
  if (asked !== undefined) return asked;
  if (name === "sudo" || name === "doas") return leadingOptions(args).length === 0 ? "root" : undefined;
  return args.find((word, i) => !word.startsWith("-") && !takesNext.test(args[i - 1] ?? ""));
}

/** Options of su and runuser whose value is the next word; short ones may stand at the end of several. */
const takesNext = /^(?:-[^-cgGsw]*[cgGsw]|--(?:command|session-command|group|supp-group|shell|whitelist-environment))$/;

/** Up to the program; the argument of -u counts as an option. */
function leadingOptions(args: readonly string[]): readonly string[] {
  const end = args.findIndex((word, i) => !word.startsWith("-") && !/^(?:-u|--user)$/.test(args[i - 1] ?? ""));
  return end < 0 ? args : args.slice(0, end);
}
