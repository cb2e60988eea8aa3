/** Configurations in all their formats, hostile keys among them. How long broken YAML takes is up to the package that reads it: only growth is looked at. */
import type { Random } from "../../../server/scripts/oracle/random.ts";
import { effectiveFor } from "../../../server/src/lint/config/effective.ts";
import { readConfig } from "../../../server/src/lint/config/read.ts";
import { SourceFile } from "../../../server/src/text/source-file.ts";
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { reading } from "../../support/config-reading.ts";
import { heap } from "../draw/texts.ts";
import { type Input, must, type Target } from "../target.ts";

export const config: Target = {
  name: "config",
  about: "configurations as JSON with comments and as YAML, hostile keys among them",
  fixed: ["format"],
  draw: random => ({ format: random.pick(["json", "yaml"]), text: drawConfig(random) }),
  fromBytes: ([format = 0, ...bytes]) => ({
    format: format % 2 === 0 ? "json" : "yaml",
    text: decodeUtf8(Uint8Array.from(bytes)),
  }),
  work: read,
  check(input) {
    const { text = "" } = input;
    const { problems, layers } = read(input);
    for (const { span, message } of problems) {
      must(0 <= span.start && span.start <= span.end && span.end <= text.length, "a mistake lies in the text");
      must(message !== "" && !message.includes("\n"), "its message is a line");
    }
    const { options, rules } = effectiveFor(layers, "/etc/app.service", () => true);
    for (const name of Object.keys(options)) must(known.has(name), () => `${name} is no option`);
    for (const id of rules.keys()) must(reading.knowledge.ruleIds.includes(id), () => `${id} is no rule`);
    must(({} as Record<string, unknown>).polluted === undefined, "no prototype is touched");
  },
};

const known = new Set("preset hardening targets roots unitPaths requireReasons baseline user failOn".split(" "));

function read({ format, text = "" }: Input) {
  const { root, problems } = (format === "json" ? reading.readJson : (reading.readYaml ?? reading.readJson))(text);
  if (root === undefined) return { problems, layers: [] };
  const place = { file: new SourceFile("/etc/.unitlint.json", text), folder: "/etc" };
  const { layers, mistakes } = readConfig(root, place, reading.knowledge);
  return { problems: [...problems, ...mistakes], layers };
}

/** JSON is YAML too; some of it in the form that people write. */
function drawConfig(random: Random): string {
  if (random.chance(0.2)) return heap(pieces, random, 30);
  const json = JSON.stringify(drawObject(random, 3), null, random.pick([0, 2])).replaceAll('"@"', '"__proto__"');
  if (random.chance(0.5)) return json;
  const at = random.below(json.length + 1);
  return json.slice(0, at) + random.pick(pieces) + json.slice(at + random.below(3));
}

function drawObject(random: Random, depth: number): unknown {
  const entries = Array.from({ length: random.below(5) }, () => [random.pick(keys), drawNode(random, depth - 1)]);
  return Object.fromEntries(entries);
}

function drawNode(random: Random, depth: number): unknown {
  if (depth > 0 && random.chance(0.4)) return drawObject(random, depth);
  if (depth > 0 && random.chance(0.4))
    return Array.from({ length: random.below(3) }, () => drawNode(random, depth - 1));
  return random.pick(scalars);
}

const keys = [
  ...["preset", "rules", "targets", "target", "overrides", "files", "ignores", "extends", "hardening", "roots"],
  ...["unitPaths", "requireReasons", "$schema", "@", "constructor", "toString", "", "hasOwnProperty", "0"],
  ...["unknown-directive", "invalid-value", "no-such-rule", "invalid-config", "\n", "\ud800"],
];
const scalars = [
  "off",
  "error",
  "warning",
  "info",
  "all",
  "verify",
  "recommended",
  "safe",
  "262",
  262,
  true,
  null,
  -1,
  "",
  "*.service",
  "../x",
  "/",
  "@",
  "debian-12",
  Number.MAX_VALUE,
];
const pieces = [
  ..."{}[]:,\"'\n\n  \t#-&*!|>%@`?\\/",
  ...[
    "// c\n",
    "/* ",
    "*/",
    "- ",
    "a: ",
    "&a ",
    "*a",
    "<<: *a",
    "---\n",
    "!!js/function ",
    "__proto__: ",
    '"rules": {',
    "rules:\n  ",
    "\u2028",
    "\ufeff",
    "\ud800",
    "\0",
    "1e999",
    "0x10",
    "~",
  ],
];
