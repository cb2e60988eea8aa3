/**
 * Where to read about a unit. systemd: config_parse_documentation(), src/core/load-fragment.c; documentation_url_is_valid(),
 * src/shared/web-util.c; config_parse_strv(), src/shared/conf-parser.c
 */
import { nearest } from "../../text/nearest.ts";
import {
  accepted,
  type Parsed,
  type ValueContext,
  type ValueKind,
  type ValuePart,
  type ValueProblem,
} from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

const schemes = ["http://", "https://", "file:/", "info:", "man:"];

export const documentation: ValueKind = {
  id: "documentation",
  describe: "addresses, separated by blanks, that begin with http://, https://, file:/, info: or man:",
  words: () => schemes,
  parse: parseDocumentation,
};

/** Specifiers come first; a quote that is not closed drops all, and until 252 only what follows it. */
function parseDocumentation(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted([]);
  const { text: expanded, parts: specifiers, unknown } = expandSpecifiers(MappedText.verbatim(text, 0), at);
  if (unknown !== undefined) return { parts: specifiers, problems: [unknownSpecifier(unknown, "drops-line")] };
  if (expanded === undefined) return { parts: specifiers, problems: [] };
  const { words, failure } = splitWords(expanded.text, { unquote: true, retainEscape: true });
  const addresses = words.map(word => word.within(expanded));
  const problems = addresses.flatMap(word => addressProblem(word) ?? []);
  if (failure !== undefined) {
    const { start, end } = failure.span;
    const consequence = at.version <= 252 && words.length > 0 ? "drops-piece" : "drops-line";
    const problem = wordFailure(expanded.text, failure, consequence);
    const drop = { ...problem, span: expanded.span(start, Math.min(end, start + 1)) };
    return { parts: specifiers, problems: at.version <= 252 ? [...problems, drop] : [drop] };
  }
  const parts: ValuePart[] = addresses.map(word => ({ kind: "uri", span: word.span() }));
  return { value: addresses.map(word => word.text), parts: [...parts, ...specifiers], problems };
}

function addressProblem(word: MappedText): ValueProblem | undefined {
  const { text } = word;
  const scheme = schemes.find(known => text.startsWith(known));
  const rest = text.slice(scheme?.length ?? 0);
  const fault = (message: string, replacement?: string): ValueProblem => {
    const problem = { message, span: word.span(), consequence: "drops-piece" } as const;
    return replacement === undefined ? problem : { ...problem, replacement };
  };
  if (scheme === undefined) return fault(noScheme(text), meantAddress(text));
  if (rest === "") return fault(`Nothing follows ${scheme}`);
  const strange = /[^\0-\x7f]/u.exec(rest);
  if (strange === null) return rest.endsWith(",") ? trailingComma(word) : undefined;
  const start = scheme.length + strange.index;
  const span = word.span(start, start + strange[0].length);
  return {
    message: `An address holds ASCII only; write ${strange[0]} percent-encoded, with %% for each percent sign`,
    span,
    consequence: "drops-piece",
  };
}

/** Addresses are separated by blanks alone; systemd takes the comma for a part of this one. */
function trailingComma(word: MappedText): ValueProblem {
  const end = word.text.length;
  const message = `The comma is taken as part of the address ${word.text}; separate addresses by blanks`;
  const rule = "unchecked-value";
  return { message, span: word.span(end - 1, end), consequence: "silent", rule, replacement: "" };
}

function noScheme(text: string): string {
  return text === ""
    ? "An address is missing"
    : `${text} is no address; it must begin with http://, https://, file:/, info: or man:`;
}

/** A page of the manual without `man:`, a path, a host, or a scheme that is misspelt. */
function meantAddress(text: string): string | undefined {
  if (/^[A-Za-z0-9_.@:-]+\([0-9][a-z]*\)$/.test(text) && !/^[a-z]+:/i.test(text)) return `man:${text}`;
  if (text.startsWith("/")) return `file:${text}`;
  if (/^www\./.test(text)) return `https://${text}`;
  const [all, scheme, rest] = /^([A-Za-z]+)(?::\/{0,2}|;\/\/)(.+)$/.exec(text) ?? [];
  if (all === undefined || scheme === undefined || rest === undefined) return undefined;
  const name = nearest(scheme, ["http", "https", "file", "info", "man"]);
  if (name === undefined) return undefined;
  return name.startsWith("http")
    ? `${name}://${rest}`
    : name === "file"
      ? `file:/${rest.replace(/^\/+/, "")}`
      : `${name}:${rest}`;
}
