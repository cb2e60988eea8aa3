/** Programs that make code while they run, where memory must not be made executable. */
import { defineRule } from "../lint/rule.ts";
import { type PlacedProgram, programPlace, programsIn } from "../model/commands.ts";
import { assignmentPlace } from "../model/place.ts";
import { flagOf, lastOf, valuesOf } from "../model/reading.ts";
import type { Settings } from "../model/setting.ts";

export const writeExecuteWithJit = defineRule({
  id: "write-execute-with-jit",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "MemoryDenyWriteExecute= with a program that compiles code while it runs",
  why: `With MemoryDenyWriteExecute=yes no memory can be written and executed, nor made executable later. Java, Node.js, .NET and others compile their
programs at run time, and need just that: most end as soon as they start, with a core dump or a message of the virtual machine. The setting
suits programs that are compiled beforehand, and interpreters such as those of Python and Perl. Node.js and Deno can do without their
compiler (--jitless), at the price of speed.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/node /srv/app/server.js\nMemoryDenyWriteExecute=yes\n",
      good: "[Service]\nExecStart=/usr/bin/node /srv/app/server.js\nMemoryDenyWriteExecute=no\n",
    },
    {
      bad: "[Service]\nExecStart=/bin/sh -c 'java -jar /srv/app.jar'\nMemoryDenyWriteExecute=yes\n",
      good: "[Service]\nExecStart=/bin/sh -c 'java -jar /srv/app.jar'\nNoNewPrivileges=yes\n",
    },
  ],
  visit: {
    unit({ type, settings }, _, report) {
      const at = type === "service" ? lastOf(settings, "Service", "MemoryDenyWriteExecute") : undefined;
      if (at?.parsed?.value !== true) return;
      const compiling = programsIn(settings).filter(program => compiles(program, settings));
      const [first] = compiling;
      if (first === undefined) return;
      report(assignmentPlace(at), {
        message: `${at.entry.key.text}=${at.entry.value.text} breaks ${first.name}, which compiles code while it runs; delete the line`,
        effect: `systemd says nothing about it; ${first.name} ends with an error or a core dump`,
        related: compiling.map(program => {
          const { file, span } = programPlace(program);
          return { file: file.source, span, message: `what compiles code` };
        }),
      });
    },
  },
});

/** Run-times, and the programs in their languages that everybody starts by name. */
const runtimes: readonly { readonly names: RegExp; readonly interpreted?: RegExp }[] = [
  {
    names: /^(?:node|nodejs|node-?\d+|npm|npx|yarn|yarnpkg|pnpm|pm2|pm2-runtime|nodemon|ts-node)$/,
    interpreted: /--jitless\b/,
  },
  { names: /^(?:deno|electron\d*|chromium|chromium-browser|google-chrome(?:-\w+)?)$/, interpreted: /--jitless\b/ },
  { names: /^(?:java|jsvc|jruby)$/ },
  { names: /^dotnet$/ },
  { names: /^mono(?:-sgen|-boehm)?$/, interpreted: /--interpreter\b/ },
  { names: /^luajit(?:-2[\d.a-z-]*)?$/, interpreted: /(?:^|\s)-joff\b/ },
  { names: /^pypy(?:\d[\d.]*)?$/ },
];

/** Only commands that systemd does not exempt, and whose program is not told, here or by a variable, to interpret. */
function compiles({ name, args, flags, at }: PlacedProgram, settings: Settings): boolean {
  const runtime = runtimes.find(({ names }) => names.test(name));
  if (runtime === undefined || flags.includes("full-privileges")) return false;
  if (at.directive.name !== "ExecStart" && flagOf(settings, "Service", "PermissionsStartOnly", false)) return false;
  const { interpreted } = runtime;
  const variables = valuesOf(settings, "Service", "Environment").map(({ value }) => value);
  return interpreted === undefined || ![args.join(" "), ...variables].some(text => interpreted.test(text));
}
