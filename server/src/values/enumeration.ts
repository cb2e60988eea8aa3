/**
 * Values that are one word of a table: exact, in its case, neither quoted nor with specifiers; in some kinds a boolean or a number will do.
 * systemd: DEFINE_CONFIG_PARSE_ENUM…(), src/shared/conf-parser.h; string_table_lookup_from_string(), src/basic/string-table.c
 */
import type { KindId, SystemdVersion } from "../catalog/directive.ts";
import { nearest } from "../text/nearest.ts";
import { readInteger } from "./integer.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "./kind.ts";
import { readBoolean } from "./kinds/boolean.ts";
import { listed, shown } from "./shown.ts";

/** A word of a table. */
export interface EnumerationWord {
  readonly word: string;
  /** The first release that knows it; absent where all that count do. */
  readonly since?: SystemdVersion;
  /** The last release that knows it. */
  readonly until?: SystemdVersion;
  /** Another spelling of this word of the table: understood, not offered. */
  readonly same?: string;
  /** systemd honours it, but complains: what is wrong with it, and what to write instead. */
  readonly notes?: { readonly message: string; readonly replacement?: string; readonly equivalent?: true };
}

/** The table of a kind. */
export interface Enumeration {
  readonly id: KindId;
  /** What is allowed, where the words are too many to list. */
  readonly describe?: string;
  readonly words: readonly (string | EnumerationWord)[] | ((version: SystemdVersion) => readonly string[]);
  /** Present where every spelling of a boolean is understood too: the words that yes and no stand for. */
  readonly boolean?: { readonly yes: string; readonly no: string };
  /** Whether an empty value resets; else it is an error. */
  readonly empty?: "resets";
  /** The greatest number that is understood in place of a word. */
  readonly greatest?: number;
  /** What people write, in lower case and with a blank between two, and the word that they mean. */
  readonly usual?: Readonly<Record<string, string>>;
}

/** The grammar of a table. */
export function enumeration(table: Enumeration): ValueKind {
  const { words: known } = table;
  const fixed = typeof known === "function" ? [] : known.map(toWord);
  const words = typeof known === "function" ? (version: SystemdVersion) => known(version).map(toWord) : () => fixed;
  const usual = new Map(
    Object.entries(table.usual ?? {}).flatMap(([meant, word]) => meant.split(" ").map(key => [key, word] as const)),
  );
  const reader: Reader = { table, words, usual };
  return {
    id: table.id,
    describe: table.describe ?? listed(offered(reader, Number.POSITIVE_INFINITY)),
    words: at => offered(reader, at.version),
    parse: (text, at) => parse(reader, text, at),
  };
}

interface Reader {
  readonly table: Enumeration;
  readonly words: (version: SystemdVersion) => readonly EnumerationWord[];
  readonly usual: ReadonlyMap<string, string>;
}

function toWord(word: string | EnumerationWord): EnumerationWord {
  return typeof word === "string" ? { word } : word;
}

function parse(reader: Reader, text: string, at: ValueContext): Parsed {
  const { table } = reader;
  const words = reader.words(at.version);
  const span = whole(text);
  if (text === "" && table.empty === "resets") return accepted("");
  const truth = table.boolean === undefined ? undefined : readBoolean(text);
  if (table.boolean !== undefined && truth !== undefined) {
    const word = truth ? table.boolean.yes : table.boolean.no;
    const plain = truth ? "yes" : "no";
    return accepted(words.some(known => known.word === word && isKnown(known, at.version)) ? word : plain, [
      { kind: "boolean", span },
    ]);
  }
  const found = words.find(({ word }) => word === text);
  if (found !== undefined && isKnown(found, at.version)) return readWord(found, text);
  if (table.greatest !== undefined) {
    const number = readInteger(text, { least: 0n, most: BigInt(table.greatest) });
    if ("value" in number) return accepted(String(number.value), [{ kind: "number", span }]);
  }
  return reject(reader, text, found, at);
}

function readWord({ word, same, notes }: EnumerationWord, text: string): Parsed {
  const span = whole(text);
  const parts = [{ kind: "keyword", span }] as const;
  if (notes === undefined) return accepted(same ?? word, parts);
  return {
    value: same ?? word,
    parts,
    problems: [{ ...notes, span, consequence: "notes", rule: "deprecated-value" }],
  };
}

function reject(reader: Reader, text: string, found: EnumerationWord | undefined, at: ValueContext): Parsed {
  const choice = reader.table.describe ?? listed(offered(reader, at.version));
  if (text === "") return rejected(`${at.name}= must not be empty; write ${choice}`, whole(text));
  if (found?.since !== undefined && at.version < found.since) {
    const message = `${text} is known from systemd ${found.since} on, not in ${at.version}; write ${choice}`;
    return rejected(message, whole(text));
  }
  const replacement = meant(reader, text, at);
  const more = replacement === undefined ? {} : { replacement };
  return rejected(`${shown(text)} is not allowed; write ${choice}`, whole(text), more);
}

/** The word that somebody meant: in quotes, with a comment, under another name, cut short or misspelt. */
function meant({ table, words, usual }: Reader, text: string, { version }: ValueContext): string | undefined {
  const bare = /^(["'])(.*)\1$/.exec(text)?.[2] ?? /^(\S+)\s+[#;]/.exec(text)?.[1] ?? text;
  const lower = bare.toLowerCase();
  const current = words(version)
    .filter(word => isKnown(word, version))
    .map(({ word }) => word);
  if (current.includes(bare) || (table.boolean !== undefined && readBoolean(bare) !== undefined)) return bare;
  const named = usual.get(lower);
  if (named !== undefined && current.includes(named)) return named;
  const longer = lower.length < 3 ? [] : current.filter(word => word.startsWith(lower));
  if (longer.length === 1) return longer[0];
  return nearest(bare, table.boolean === undefined ? current : [...current, "yes", "no", "true", "false", "on", "off"]);
}

function offered({ table, words }: Reader, version: SystemdVersion): readonly string[] {
  const current = words(version).filter(
    word => word.same === undefined && word.notes === undefined && isKnown(word, version),
  );
  const names = current.map(({ word }) => word);
  if (table.boolean === undefined) return names;
  return ["yes", "no", ...names.filter(name => name !== "yes" && name !== "no")];
}

function isKnown({ since = 0, until = Number.POSITIVE_INFINITY }: EnumerationWord, version: SystemdVersion): boolean {
  return since <= version && (version <= until || version === Number.POSITIVE_INFINITY);
}
