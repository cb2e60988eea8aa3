/** Command lines, several of them parted by `;`. systemd: config_parse_exec(), src/core/load-fragment.c */
import { readCommandLine } from "../command-reader.ts";
import type { ValueKind } from "../kind.ts";

/** Fails only where a command does not start with `-`; an empty one clears the list. */
export const commandLine: ValueKind = {
  id: "command-line",
  describe: "a command line: the path of a program and its arguments",
  fatal: true,
  parse: readCommandLine,
};
