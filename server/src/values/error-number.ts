/** Error numbers, as system call filters return them. systemd: parse_errno(), src/basic/parse-util.c; errno_from_name(), src/basic/errno-list.c */

import type { SystemdVersion } from "../catalog/directive.ts";
import { isWordOf, wordsOf } from "../catalog/enums.ts";
import { readInteger } from "./integer.ts";
import { meantBy, type Vocabulary } from "./word-list.ts";

/** Whether a text is an error: `kill`, a name in any case, or a number; 0 counts as one. */
export function isErrorNumber(text: string, version: SystemdVersion): boolean {
  if (text === "kill" || isWordOf("errorNames", text.toUpperCase(), version)) return true;
  return "value" in readInteger(text, { least: 0n, most: 4095n });
}

/** The error that somebody meant by a text that is none. */
export function meantError(text: string, version: SystemdVersion): string | undefined {
  const errors: Vocabulary = {
    noun: "error",
    allowed: "",
    words: [...wordsOf("errorNames", version), "kill"],
    repair: word => `E${word.toUpperCase()}`,
  };
  return meantBy(text, errors);
}
