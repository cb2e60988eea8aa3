/** Scripts that are named without their folder, where the working directory is the root. */
import { defineRule } from "../lint/rule.ts";
import { argumentPlace, commandsOf, type PlacedProgram } from "../model/commands.ts";
import { isSet } from "../model/reading.ts";
import { hasOwnRoot } from "../model/service.ts";
import type { Settings } from "../model/setting.ts";
import type { Manager } from "../model/unit-file-name.ts";
import { programsOf } from "../values/programs.ts";
import { scriptArgument } from "../values/script-argument.ts";

// Seen in: SeedSigner/seedsigner#13, butlerx/wetty#285; ~ in README files of services in Python.
export const relativeScriptArgument = defineRule({
  id: "relative-script-argument",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "An interpreter with a relative script, and no WorkingDirectory=",
  why: `System services start in /, so that python3 app.py looks for /app.py, and ends with "can't open file". At a terminal the same line works, because
the folder is the script's own. Write the whole path, or set WorkingDirectory=, which the program may need for its other files, too. User services
start in the home folder of their user. Nothing is said with RootDirectory= and its like, whose root may well hold the file, nor of names without a folder
that the interpreter looks for in $PATH, as bash and perl -S do. A path that begins with ~ is relative, too: the home folder is known to shells by that name, to nobody else.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/python3 app.py\n",
      good: "[Service]\nWorkingDirectory=/srv/app\nExecStart=/usr/bin/python3 app.py\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/node --enable-source-maps app.js\n",
      good: "[Service]\nExecStart=/usr/bin/node --enable-source-maps /srv/app/app.js\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set: { manager } }, report) {
      if (type !== "service") return;
      const inRoot = manager === "system" && !isSet(settings, "Service", "WorkingDirectory") && !hasOwnRoot(settings);
      for (const program of startedIn(settings)) {
        const script = scriptArgument(program);
        if (script === undefined || !(inRoot || script.startsWith("~"))) continue;
        report(argumentPlace(program.at, script), {
          message: script.startsWith("~")
            ? homeless(script, program, manager)
            : `${script} is looked for in /, where system services start; write its whole path, or set WorkingDirectory=`,
          effect: `systemd says nothing about it; ${program.name} ends as it does not find the file`,
        });
      }
    },
  },
});

/** Only shells know ~; to a program it is a folder of that name. */
function homeless(script: string, { name }: PlacedProgram, manager: Manager): string {
  const instead = manager === "user" ? script.replace("~", "%h") : "its whole path";
  return `${name} looks for a folder named ~, which only shells know as the home folder; write ${instead}`;
}

/** Not from lines of shell, which may have changed the folder. */
function startedIn(settings: Settings): readonly PlacedProgram[] {
  return commandsOf(settings).flatMap(({ command, at }) => {
    const programs = programsOf(command);
    return programs.length === 1 ? programs.map(program => ({ ...program, at })) : [];
  });
}
