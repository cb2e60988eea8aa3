/**
 * Where the standard output or the standard error of a process goes.
 * systemd: config_parse_exec_output(), src/core/load-fragment.c; exec_output_table[], src/core/execute.c
 */
import { enumeration } from "../enumeration.ts";
import type { Parsed, ValueContext, ValueKind, ValueProblem } from "../kind.ts";
import { whole } from "../kind.ts";
import { readStream } from "../standard-stream.ts";

const table = enumeration({
  id: "standard-output",
  describe:
    "inherit, null, tty, journal, journal+console, kmsg, kmsg+console, file:PATH, append:PATH, truncate:PATH, socket or fd:NAME",
  words: [
    "inherit",
    "null",
    "tty",
    "journal",
    "journal+console",
    "kmsg",
    "kmsg+console",
    "socket",
    "fd",
    { word: "file", same: "file" },
    { word: "append", same: "append" },
    { word: "truncate", same: "truncate", since: 248 },
    { word: "syslog", same: "journal", notes: outdated("syslog", "journal") },
    { word: "syslog+console", same: "journal+console", notes: outdated("syslog+console", "journal+console") },
  ],
  usual: {
    "none no false off closed": "null",
    "console terminal": "journal+console",
    "log logs journald yes true on": "journal",
    "stdout default": "inherit",
    kernel: "kmsg",
  },
});

export const standardOutput: ValueKind = {
  ...table,
  words: at => [...(table.words?.(at) ?? []), "fd:", ...prefixes(at)],
  parse: parseStandardOutput,
};

/** The words of files alone name no file, but systemd takes them. */
function parseStandardOutput(text: string, at: ValueContext): Parsed {
  const parsed = readStream(text, at, { table, prefixes: prefixes(at) });
  if (parsed.problems.length > 0 || !prefixes(at).includes(`${text}:`)) return parsed;
  const message = `${text} names no file; write ${text}: and a path`;
  const problem: ValueProblem = { message, span: whole(text), consequence: "silent", rule: "unchecked-value" };
  return { ...parsed, problems: [problem] };
}

function prefixes({ version }: ValueContext): readonly string[] {
  return version < 248 ? ["file:", "append:"] : ["file:", "append:", "truncate:"];
}

function outdated(old: string, replacement: string) {
  const message = `${old} is outdated and means ${replacement}; write that, or leave the line out`;
  return { message, replacement, equivalent: true } as const;
}
