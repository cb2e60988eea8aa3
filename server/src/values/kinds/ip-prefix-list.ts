/** Networks by their addresses. systemd: config_parse_in_addr_prefixes(), src/shared/in-addr-prefix-util.c; in_addr_prefix_from_string_auto(), src/basic/in-addr-util.c */

import { nearest } from "../../text/nearest.ts";
import { own } from "../../text/own.ts";
import { readInteger } from "../integer.ts";
import { ipFamily, isIpv4 } from "../ip-address.ts";
import type { Parsed, ValueKind, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { wordFailure } from "../word-failure.ts";
import { readWordList } from "../word-list.ts";

const names = ["any", "localhost", "link-local", "multicast"];

export const ipPrefixList: ValueKind = {
  id: "ip-prefix-list",
  describe: "networks such as 10.0.0.0/8 or fe80::/64, or any, localhost, link-local, multicast",
  words: () => names,
  parse: parsePrefixes,
};

function parsePrefixes(text: string): Parsed {
  const { words, parts, problems, failure } = readWordList(text, 0, {}, judge);
  if (failure === undefined) return { value: words, parts, problems };
  return { value: words, parts, problems: [...problems, wordFailure(text, failure, dropped(words))] };
}

/** What is read before a failure counts. */
function dropped(words: readonly string[]): "drops-line" | "drops-piece" {
  return words.length > 0 ? "drops-piece" : "drops-line";
}

function judge(word: MappedText, hurried: boolean): "keyword" | "address" | ValueProblem {
  const { text } = word;
  if (names.includes(text) || isLocalhost(text)) return "keyword";
  if (isPrefix(text)) return "address";
  const slash = text.indexOf("/");
  const family = ipFamily(slash < 0 ? text : text.slice(0, slash));
  const fault = (message: string, replacement?: string, span = word.span()): ValueProblem => ({
    message,
    span,
    consequence: "drops-piece",
    ...(replacement === undefined ? {} : { replacement }),
  });
  const items = text.split(",").filter(item => item !== "");
  if (text.includes(",") && items.length > 0 && items.every(isPrefix))
    return fault(`${shown(text)} has a comma; separate networks by blanks`, items.join(" "));
  if (family !== undefined) return lengthFault(word, slash, family, fault);
  const meant = hurried ? undefined : (own(usual, text.toLowerCase()) ?? nearest(text, names));
  return fault(`${shown(text)} is no network; write one such as 10.0.0.0/8, or any, localhost, link-local`, meant);
}

type MakeFault = (message: string, replacement?: string, span?: ValueProblem["span"]) => ValueProblem;

function lengthFault(word: MappedText, slash: number, family: 4 | 6, fault: MakeFault): ValueProblem {
  const length = word.text.slice(slash + 1);
  const mask = maskLength(length);
  const span = word.span(slash + 1);
  if (family === 4 && mask !== undefined)
    return fault(`Write the mask ${length} as its length ${mask}`, `${mask}`, span);
  return fault(
    `${shown(length)} is no length of an IPv${family} prefix: 0 to ${family === 4 ? 32 : 128}`,
    undefined,
    span,
  );
}

const usual: Readonly<Record<string, string>> = {
  all: "any",
  "*": "any",
  loopback: "localhost",
  linklocal: "link-local",
};

/** An address, with the length of a prefix or without. */
function isPrefix(text: string): boolean {
  const slash = text.indexOf("/");
  const family = ipFamily(slash < 0 ? text : text.slice(0, slash));
  return family !== undefined && (slash < 0 || isPrefixLength(text.slice(slash + 1), family));
}

function isPrefixLength(text: string, family: 4 | 6): boolean {
  return "value" in readInteger(text, { least: 0n, most: family === 4 ? 32n : 128n });
}

/** The length of a mask such as 255.255.0.0. */
function maskLength(mask: string): number | undefined {
  if (!isIpv4(mask)) return undefined;
  const bits = mask
    .split(".")
    .map(number => Number(number).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) ? bits.replace(/0/g, "").length : undefined;
}

/** systemd: is_localhost(), src/basic/hostname-util.c */
function isLocalhost(text: string): boolean {
  return /(?:^|\.)localhost(?:\.localdomain)?\.?$/i.test(text);
}
