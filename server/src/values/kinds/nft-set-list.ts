/** Sets of nftables that systemd fills: `cgroup:inet:filter:set`. systemd: config_parse_nft_set(), src/shared/firewall-util.c */

import type { SystemdVersion } from "../../catalog/directive.ts";
import { nearest } from "../../text/nearest.ts";
import { own } from "../../text/own.ts";
import {
  accepted,
  type Parsed,
  type ValueContext,
  type ValueKind,
  type ValuePart,
  type ValueProblem,
} from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { shown } from "../shown.ts";
import { wordFailure } from "../word-failure.ts";
import { nextWord } from "../words.ts";

const sources = ["cgroup", "user", "group"];
const families = ["arp", "bridge", "inet", "ip", "ip6", "netdev"];

export const nftSetList: ValueKind = {
  id: "nft-set-list",
  describe: "sets of nftables such as cgroup:inet:filter:my_set",
  words: () => [...sources, ...families],
  parse: parseSets,
};

/** The first mistake ends the reading; sets before it count. */
function parseSets(text: string, at: ValueContext): Parsed {
  const sets: string[] = [];
  const parts: ValuePart[] = [];
  const stop = (problem: ValueProblem): Parsed => ({ value: sets, parts, problems: [problem] });
  for (let from = 0; from <= text.length; ) {
    const outcome = nextWord(text, from, { unquote: true, retainEscape: true });
    if (outcome === undefined) break;
    const consequence = sets.length > 0 ? "drops-piece" : "drops-line";
    if ("error" in outcome) return stop(wordFailure(text, outcome, consequence));
    const fault = readSet(outcome.word, at.version, parts);
    if (fault !== undefined) return stop({ ...fault, consequence });
    sets.push(outcome.word.text);
    from = outcome.rest;
  }
  return accepted(sets, parts);
}

type Fault = Omit<ValueProblem, "consequence">;

function readSet(tuple: MappedText, version: SystemdVersion, parts: ValuePart[]): Fault | undefined {
  const { words, rest, failure } = splitNested(tuple, { separators: ":", unescape: true }, 4);
  const [source, family, table, set] = words;
  if (failure !== undefined) return { message: "There is no such escape; write \\\\ for a backslash", span: failure };
  if (
    source === undefined ||
    family === undefined ||
    table === undefined ||
    set === undefined ||
    rest < tuple.text.length
  )
    return { message: `${shown(tuple.text)} needs four fields: source:family:table:set`, span: tuple.span() };
  const fault =
    unknownWord(source, sources, "source of a set") ??
    unknownWord(family, families, "family of nftables") ??
    nameFault(table, "table", version) ??
    nameFault(set, "set", version);
  if (fault !== undefined) return fault;
  for (const [word, kind] of [
    [source, "keyword"],
    [family, "keyword"],
    [table, "string"],
    [set, "string"],
  ] as const)
    parts.push({ kind, span: word.span() });
  return undefined;
}

const usual: Readonly<Record<string, string>> = { ipv4: "ip", ip4: "ip", ipv6: "ip6" };

function unknownWord(word: MappedText, words: readonly string[], noun: string): Fault | undefined {
  if (words.includes(word.text)) return undefined;
  const close = own(usual, word.text.toLowerCase()) ?? nearest(word.text, words);
  const message = `${shown(word.text)} is no ${noun}; write ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
  return { message, span: word.span(), ...(close === undefined ? {} : { replacement: close }) };
}

/** Names had at most 31 letters in 257; 262 takes 255. systemd: nft_identifier_valid(), src/basic/parse-util.c */
function nameFault(name: MappedText, noun: string, version: SystemdVersion): Fault | undefined {
  const most = version < 258 ? 31 : 255;
  const { text } = name;
  const span = name.span();
  if (!/^[A-Za-z]/.test(text))
    return { message: `The name of the ${noun} must start with a letter: ${shown(text)}`, span };
  const odd = /[^A-Za-z0-9/\\_.]/u.exec(text);
  if (odd !== null) {
    const message = `${shown(odd[0])} is not allowed in the name of the ${noun}: letters, digits and / \\ _ . are`;
    return { message, span: name.span(odd.index, odd.index + odd[0].length) };
  }
  return text.length > most ? { message: `The name of the ${noun} is longer than ${most} letters`, span } : undefined;
}
