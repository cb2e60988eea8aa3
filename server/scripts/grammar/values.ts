/** The rules of values: for each kind of the catalog, how its values look. */
import { newestVersion } from "../../src/catalog/catalog.ts";
import { table } from "../../src/catalog/table.ts";
import { valueKind } from "../../src/values/index.ts";
import type { ValueContext } from "../../src/values/kind.ts";
import { looks } from "./looks.ts";
import { pieceNames } from "./pieces.ts";
import { type GrammarRule, include } from "./rule.ts";
import { wordRules } from "./words.ts";

/** How a value looks: the rule of the repository that it includes. */
export interface Look {
  readonly name: string;
  /** The scope of all that no rule names. */
  readonly text?: string;
}

/** The rules of all values for the repository, and how the values of a kind look. */
export function valueRules(): { rules: Readonly<Record<string, GrammarRule>>; lookOf: (kind: string) => Look } {
  const rules: Record<string, GrammarRule> = {};
  const byKind = new Map<string, Look>();
  const names = new Map<string, string>();
  for (const kind of [...new Set(table.directives.map(row => row.kind))].sort()) {
    const { look, patterns } = lookOfKind(kind);
    const text = JSON.stringify([look.text, patterns]);
    const name = names.get(text) ?? look.name;
    if (name in rules && !names.has(text)) throw new Error(`two looks have the name ${name}`);
    names.set(text, name);
    rules[name] = { patterns };
    byKind.set(kind, { ...look, name });
  }
  return { rules, lookOf: kind => byKind.get(kind) ?? unmapped(kind) };
}

/** A kind that has neither a row nor words stops the generator by name. */
function lookOfKind(kind: string): { look: Look; patterns: readonly GrammarRule[] } {
  const row = looks.find(({ kinds }) => kinds.split(/\s+/).includes(kind));
  const words = wordRules(kind);
  if (row === undefined && words.length === 0) return unmapped(kind);
  const pieces = row?.pieces.split(" ") ?? [];
  const wrong = pieces.filter(name => !pieceNames.has(name));
  if (wrong.length > 0) throw new Error(`no such pieces: ${wrong.join(", ")}`);
  const specifiers = takesSpecifiers(kind);
  const before = include("continuation", ...(specifiers ? ["specifier"] : []));
  const patterns = [...before, ...words, ...include(...pieces, "escaped-character")];
  const name = words.length > 0 ? `words-${kind}` : `value-${row?.name}${specifiers ? "" : "-without-specifiers"}`;
  return { look: { name, ...(row?.text === true ? { text: "string.unquoted" } : {}) }, patterns };
}

function unmapped(kind: string): never {
  throw new Error(`no row of looks says how values of the kind ${kind} look`);
}

/** Whether its grammar takes specifiers: in some plausible value it labels one. */
function takesSpecifiers(kind: string): boolean {
  const row = table.directives.find(row => row.kind === kind);
  const grammar = valueKind(kind);
  if (row === undefined || grammar === undefined) throw new Error(`no grammar of the kind ${kind}`);
  const at: ValueContext = {
    version: newestVersion,
    manager: "system",
    section: row.section,
    name: row.name,
    type: "service",
    unit: "a@b.service",
  };
  return samples.some(text => grammar.parse(text, at).parts.some(part => part.kind === "specifier"));
}

const samples = [
  ..."%i /%i a%i a=%i A=%i a:%i %i:a a:/%i /a:/%i %i.service a-%i.slice %i.socket >=%i %i=1 %i/10% man:%i /a%i:ro user.a=%i".split(
    " ",
  ),
  ...["/dev/%i rw", "/dev/%i 100", "/dev/%i 10M", "/dev/%i 10s", "egress:/%i"],
];
