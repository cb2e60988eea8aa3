/** The error that forbidden system calls return. systemd: config_parse_syscall_errno(), src/core/load-fragment.c */
import { wordsOf } from "../../catalog/enums.ts";
import { isErrorNumber, meantError } from "../error-number.ts";
import { readInteger } from "../integer.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { shown } from "../shown.ts";

export const syscallErrorNumber: ValueKind = {
  id: "syscall-error-number",
  describe: "an error such as EPERM, its number, or kill",
  words: ({ version }) => ["kill", ...wordsOf("errorNames", version)],
  parse: parseErrorNumber,
};

/** An empty value is the default: kill. */
function parseErrorNumber(text: string, { version }: ValueContext): Parsed {
  if (text === "") return accepted("kill");
  const zero = "value" in readInteger(text, { least: 0n, most: 0n });
  if (zero) return rejected("The error 0 would be success; write a name such as EPERM, or 1 to 4095", whole(text));
  if (!isErrorNumber(text, version)) {
    const meant = meantError(text, version);
    const replacement = meant === undefined ? {} : { replacement: meant };
    return rejected(
      `${shown(text)} is no error; write a name such as EPERM, a number up to 4095, or kill`,
      whole(text),
      replacement,
    );
  }
  return accepted(text, [{ kind: /^[+-]?\d/.test(text) ? "number" : "keyword", span: whole(text) }]);
}
