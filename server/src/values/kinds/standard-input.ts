/** What the standard input of a process is. systemd: config_parse_exec_input(), src/core/load-fragment.c; exec_input_table[], src/core/execute.c */
import { enumeration } from "../enumeration.ts";
import type { ValueKind } from "../kind.ts";
import { readStream } from "../standard-stream.ts";

const table = enumeration({
  id: "standard-input",
  describe: "null, tty, tty-force, tty-fail, data, file:PATH, socket or fd:NAME",
  words: ["null", "tty", "tty-force", "tty-fail", "data", "socket", "fd", { word: "file", same: "file" }],
  usual: { "none no false off closed inherit": "null", "console terminal stdin": "tty", text: "data" },
});
const prefixes = ["file:"];

export const standardInput: ValueKind = {
  ...table,
  words: at => [...(table.words?.(at) ?? []), "fd:", ...prefixes],
  parse: (text, at) => readStream(text, at, { table, prefixes }),
};
