/** Yes or no. systemd: config_parse_bool(), config_parse_tristate(), src/shared/conf-parser.c; parse_boolean(), src/basic/parse-util.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { nearest } from "../../text/nearest.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { shown } from "../shown.ts";

const yes = ["yes", "true", "on", "y", "t", "1"];
const no = ["no", "false", "off", "n", "f", "0"];
const offered = ["yes", "no", "true", "false", "on", "off"];

export const boolean: ValueKind = {
  id: "boolean",
  describe: "yes or no",
  words: () => offered,
  parse: parseBoolean,
  fatal: true,
};

/** Booleans that an empty value resets, and since when; for others it is an error. systemd: config_parse_tristate() */
const resettable: ReadonlyMap<string, SystemdVersion> = new Map([
  ["BindLogSockets", 247],
  ["MemoryKSM", 247],
  ["MountAPIVFS", 247],
  // 252 refuses it, 257 does not; the release between is unknown.
  ["PrivateMounts", 253],
  ["SetLoginEnvironment", 247],
]);

/** The one whose mistakes end the reading of the file. */
const fatalName = "DynamicUser";

/** Case does not count. */
function parseBoolean(text: string, { name, version }: ValueContext): Parsed {
  const value = readBoolean(text);
  if (value !== undefined) return accepted(value, [{ kind: "boolean", span: whole(text) }]);
  if (text === "" && version >= (resettable.get(name) ?? Number.POSITIVE_INFINITY)) return accepted("");
  const consequence = name === fatalName ? "fatal" : "drops-line";
  if (text === "") return rejected("A boolean must not be empty; write yes or no", whole(text), { consequence });
  const meant = meantBoolean(text);
  const replacement = meant === undefined ? {} : { replacement: meant };
  return rejected(`${shown(text)} is no boolean; write yes or no`, whole(text), { consequence, ...replacement });
}

/** The value of a boolean word, or undefined. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}

/** The word in quotes or before a comment, or the one that is misspelt. */
function meantBoolean(text: string): string | undefined {
  const bare = /^(["'])(.*)\1[;,]?$/.exec(text)?.[2] ?? /^(\w+)(?:;$|\s+[#;])/.exec(text)?.[1] ?? text;
  if (/^(?:enabled?|enabled)$/i.test(bare)) return "yes";
  if (/^(?:disabled?|none|never)$/i.test(bare)) return "no";
  return readBoolean(bare) === undefined ? nearest(bare, offered) : bare;
}
