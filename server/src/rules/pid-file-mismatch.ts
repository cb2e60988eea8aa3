/** A PIDFile= that is not the one which the program is told to write. Seen in: nginx/unit#120. */
import { respell } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { argumentPlace, type PlacedProgram, programsIn } from "../model/commands.ts";
import { valuePlace } from "../model/place.ts";
import { lastOf } from "../model/reading.ts";
import { hasOwnRoot, serviceType } from "../model/service.ts";

export const pidFileMismatch = defineRule({
  id: "pid-file-mismatch",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "PIDFile= names another file than the command does",
  why: `A service with Type=forking and PIDFile= is up once that file holds the number of a process of its own. Where the command tells the program to write
another one, systemd waits for a file that never comes: the journal says that the PID file cannot be opened (yet?) after start, and the start fails when
TimeoutStartSec= is over (Result: timeout), though the program runs. Write the same path in both. Only options of ExecStart= that speak of a PID
file are looked at; where the program's own configuration names the file, nobody knows, nor with RootDirectory= and its like, where the
program writes below another root. /var/run and /run are the same.`,
  examples: [
    {
      bad: "[Service]\nType=forking\nPIDFile=/run/app.pid\nExecStart=/usr/bin/app --daemon --pid /run/appd.pid\n",
      good: "[Service]\nType=forking\nPIDFile=/run/appd.pid\nExecStart=/usr/bin/app --daemon --pid /run/appd.pid\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set: { catalog } }, report) {
      const at = type === "service" ? lastOf(settings, "Service", "PIDFile") : undefined;
      const expected = at?.parsed?.value;
      if (at === undefined || typeof expected !== "string" || /^$|%/.test(at.entry.value.text)) return;
      if (serviceType(settings, catalog.version) !== "forking" || hasOwnRoot(settings)) return;
      const named = programsIn(settings).flatMap(pidFilesOf);
      const [first] = named;
      if (first === undefined || named.some(({ path }) => current(path) === current(expected))) return;
      const { program, option, path } = first;
      const { file, span } = argumentPlace(program.at, option);
      report(valuePlace(at), {
        message: `systemd waits for ${at.entry.value.text}, but ${program.name} is told to write ${path}; name the same file in both`,
        effect: "systemd waits for TimeoutStartSec= and takes the start for failed",
        related: [{ file: file.source, span, message: "the other file" }],
        fixes: respell(valuePlace(at), path),
      });
    },
  },
});

interface NamedPidFile {
  readonly program: PlacedProgram;
  /** The word that names it, or the option before. */
  readonly option: string;
  readonly path: string;
}

/** Files that options such as `--pid-file=` and `-p` name, where nothing is left to replace. */
function pidFilesOf(program: PlacedProgram): readonly NamedPidFile[] {
  const { at, args } = program;
  if (at.directive.name !== "ExecStart" || at.entry.value.text.includes("%")) return [];
  return args.flatMap((option, index) => {
    const [, joined] = /^--?\w*pid[-_\w]*=(\/[^$]+\.pid)$/i.exec(option) ?? [];
    const isOption = /^(?:--?pid(?:[-_]?(?:file|path))?|-[pP])$/i.test(option);
    const next = isOption ? /^\/[^$]+\.pid$/.exec(args[index + 1] ?? "")?.[0] : undefined;
    const path = joined ?? next;
    return path === undefined ? [] : [{ program, option, path }];
  });
}

/** systemd: patch_var_run(), src/core/load-fragment.c */
function current(path: string): string {
  return path.replace(/^\/var(?=\/run\/)/, "");
}
