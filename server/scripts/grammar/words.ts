/** The words that the grammar of a kind knows, in all releases, as rules. */
import { knownVersions } from "../../src/catalog/catalog.ts";
import { table } from "../../src/catalog/table.ts";
import { valueKind } from "../../src/values/index.ts";
import { anyOf, type GrammarRule, include, piece } from "./rule.ts";

/** Rules for the words of a kind; none where it has no vocabulary. */
export function wordRules(kind: string): readonly GrammarRule[] {
  const words = wordsOf(kind);
  const isBoolean = words.has("yes") && words.has("no");
  const others = [...words].filter(word => !(isBoolean && booleans.has(word)));
  const rules = shapes.flatMap(({ name, shape, end }) => {
    const alike = others.filter(word => shapeOf(word) === shape);
    const scope = shape === lower && callKinds.has(kind) ? "support.function.system-call" : name;
    return alike.length === 0 ? [] : [piece(scope, `${BEFORE}(?:${anyOf(alike)})${end}`)];
  });
  return [...(isBoolean ? include("boolean") : []), ...rules];
}

const booleans = new Set("yes no true false on off".split(" "));
/** Kinds whose words are system calls. */
const callKinds = new Set(["syscall-filter", "syscall-list"]);

/** Nothing that could belong to a longer word. */
const BEFORE = "(?<![\\w./@+-])";
const AFTER = "(?![\\w./+-])";

const lower = /^[\w.+-]*[\w]$/;
const shapes: readonly { readonly name: string; readonly shape: RegExp; readonly end: string }[] = [
  { name: "support.type.group", shape: /^@/, end: AFTER },
  { name: "variable.other.constant", shape: /^[A-Z][A-Z0-9_]+$/, end: AFTER },
  // What takes something behind it: `file:`.
  { name: "constant.language", shape: /[:(]$/, end: "" },
  { name: "constant.language", shape: lower, end: AFTER },
];

function shapeOf(word: string): RegExp | undefined {
  return shapes.find(({ shape }) => shape.test(word))?.shape;
}

/** Those of documentation are the schemes of addresses, which have a rule of their own. */
function wordsOf(kind: string): ReadonlySet<string> {
  const rows = table.directives.filter(row => row.kind === kind);
  if (kind === "documentation") return new Set();
  return new Set(
    rows.flatMap(({ section, name }) =>
      knownVersions.flatMap(
        version => valueKind(kind)?.words?.({ version, manager: "system", section, name, type: "service" }) ?? [],
      ),
    ),
  );
}
