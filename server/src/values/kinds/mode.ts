/** File modes. systemd: config_parse_mode(), src/shared/conf-parser.c; parse_mode(), src/basic/parse-util.c */
import { faultAt, refused } from "../fault.ts";
import { readInteger } from "../integer.ts";
import { accepted, type Parsed, type ValueKind, whole } from "../kind.ts";
import { shown } from "../shown.ts";

export const mode: ValueKind = {
  id: "mode",
  describe: "an octal file mode such as 0755",
  parse: parseMode,
};

const most = 0o7777n;

/** Octal digits, with or without a leading 0; no sign. */
function parseMode(text: string): Parsed {
  const outcome = readInteger(text, { least: 0n, most, base: 8, refuseSign: true });
  if ("value" in outcome)
    return accepted(outcome.value.toString(8).padStart(4, "0"), [{ kind: "number", span: whole(text) }]);
  if (text === "") return refused(faultAt("A file mode must not be empty; write one such as 0755", whole(text)));
  if (outcome.fault === "range")
    return refused(faultAt(`The file mode ${shown(text)} is out of range; allowed is 0 to 7777`, whole(text)));
  const meant = octalPrefix(text) ?? symbolic(text);
  return refused(faultAt(`${shown(text)} is no file mode; write octal digits such as 0755`, whole(text), meant));
}

function octalPrefix(text: string): string | undefined {
  const [, digits] = /^(?:0o|\+)?"?([0-7]{3,4})"?$/i.exec(text) ?? [];
  return digits === undefined || digits === text ? undefined : digits.padStart(4, "0");
}

/** `rw-r--r--`, as `ls` prints it, in octal. */
function symbolic(text: string): string | undefined {
  const [, triads] = /^[-d]?((?:[r-][w-][xsStT-]){3})$/.exec(text) ?? [];
  if (triads === undefined) return undefined;
  const digits = [0, 3, 6].map(start => {
    const [read, write, execute = "-"] = triads.slice(start, start + 3);
    return (read === "r" ? 4 : 0) + (write === "w" ? 2 : 0) + (/[xst]/.test(execute) ? 1 : 0);
  });
  const special = [2, 5, 8].map(at => /[sStT]/.test(triads.charAt(at)));
  const high = (special[0] ? 4 : 0) + (special[1] ? 2 : 0) + (special[2] ? 1 : 0);
  return `${high}${digits.join("")}`;
}
