/** Yes or no. systemd: config_parse_bool(), src/shared/conf-parser.c; parse_boolean(), src/basic/parse-util.c */
import { nearest } from "../../text/nearest.ts";
import { accepted, type Parsed, rejected, type ValueKind, whole } from "../kind.ts";

const yes = ["yes", "true", "on", "y", "t", "1"];
const no = ["no", "false", "off", "n", "f", "0"];

export const boolean: ValueKind = {
  id: "boolean",
  describe: "yes or no",
  words: () => ["yes", "no", "true", "false", "on", "off"],
  parse: parseBoolean,
};

/** Case does not count; an empty value is no boolean. */
function parseBoolean(text: string): Parsed {
  const value = readBoolean(text);
  if (value !== undefined) return accepted(value, [{ kind: "boolean", span: whole(text) }]);
  if (text === "") return rejected("A boolean must not be empty; write yes or no", whole(text));
  const close = nearest(text, ["yes", "no", "true", "false", "on", "off"]);
  const replacement = close === undefined ? {} : { replacement: close };
  return rejected(`${text} is no boolean; write yes or no`, whole(text), replacement);
}

/** The value of a boolean word, or undefined. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}
