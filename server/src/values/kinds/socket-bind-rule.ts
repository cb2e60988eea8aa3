/** Ports that a unit may or may not bind: `ipv4:tcp:80-90`. systemd: config_parse_cgroup_socket_bind(), src/core/load-fragment.c; parse_socket_bind_item(), src/shared/parse-helpers.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { readInteger, UINT_MAX } from "../integer.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, type ValuePart, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { shown } from "../shown.ts";

export const socketBindRule: ValueKind = {
  id: "socket-bind-rule",
  describe: "any, or ports with a family and a protocol before them: ipv4:tcp:80-90",
  words: () => ["any", "ipv4", "ipv6", "tcp", "udp"],
  parse: parseRule,
};

/** The fields in their order; each may be left out. */
const fields: readonly ((text: string, version: SystemdVersion) => boolean)[] = [
  text => text === "ipv4" || text === "ipv6",
  text => /^(?:tcp|udp)$/i.test(text),
  (text, version) => text === "any" || isPortRange(text, version),
];

function parseRule(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const outer = MappedText.verbatim(text, 0);
  const { words, failure } = splitNested(outer, { separators: ":", keepEmpty: true });
  const parts: ValuePart[] = [];
  let field = 0;
  for (const word of words) {
    if (word.text === "") return rejected("A field is empty; leave out its colon", colonBeside(word, text));
    if (field === fields.length) return rejected("Nothing may follow the ports", word.span());
    const found = fields.findIndex((matches, index) => index >= field && matches(word.text, at.version));
    if (found < 0) return rejected(messageOf(word.text, field, at.version), word.span());
    parts.push({ kind: found === 2 && word.text !== "any" ? "number" : "keyword", span: word.span() });
    field = found + 1;
  }
  if (failure !== undefined) return rejected("Nothing follows the backslash", failure);
  return accepted(text, parts);
}

function colonBeside(word: MappedText, text: string): { start: number; end: number } {
  const { start } = word.span();
  return start > 0 ? { start: start - 1, end: start } : text === "" ? whole(text) : { start, end: start + 1 };
}

function messageOf(text: string, field: number, version: SystemdVersion): string {
  const least = version < 253 ? 1 : 0;
  const allowed = ["ipv4, ipv6, tcp, udp", "tcp, udp", ""].slice(field, field + 1).filter(names => names !== "");
  if (/^[-0-9 ]+$/.test(text)) return `${shown(text)} is no range of ports from ${least} to 65535`;
  return `${shown(text)} is not allowed here; write ${[...allowed, "any, a port or ports such as 80-90"].join(", ")}`;
}

/** Port 0 counts since 253 or later. systemd: parse_ip_port_range(), src/basic/parse-util.c */
function isPortRange(text: string, version: SystemdVersion): boolean {
  const dash = text.indexOf("-");
  const low = port(dash < 0 ? text : text.slice(0, dash));
  const high = dash < 0 ? low : port(text.slice(dash + 1));
  if (low === undefined || high === undefined) return false;
  return low >= (version < 253 ? 1n : 0n) && low <= high && high <= 65535n;
}

function port(text: string): bigint | undefined {
  const outcome = readInteger(text, { least: 0n, most: UINT_MAX });
  return "value" in outcome ? outcome.value : undefined;
}
