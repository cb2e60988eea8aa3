/**
 * The protocol of an IP socket where it is not the usual one; case does not count, numbers will do.
 * systemd: parse_socket_protocol(), src/core/load-fragment.c; parse_ip_protocol_full(), src/shared/ip-protocol-list.c
 */
import { nearest } from "../../text/nearest.ts";
import { INT_MAX, readInteger } from "../integer.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { listed, shown } from "../shown.ts";

const protocols = [
  { word: "udplite", number: 136n, since: 229 },
  { word: "sctp", number: 132n, since: 229 },
  { word: "mptcp", number: 262n, since: 257 },
];

export const socketProtocol: ValueKind = {
  id: "socket-protocol",
  describe: "udplite, sctp or mptcp",
  words: at => wordsAt(at),
  parse: parseSocketProtocol,
};

function parseSocketProtocol(text: string, at: ValueContext): Parsed {
  const number = readInteger(text, { least: 0n, most: INT_MAX });
  const known = protocols.filter(({ since }) => since <= at.version);
  const found = known.find(
    protocol => protocol.word === text.toLowerCase() || ("value" in number && number.value === protocol.number),
  );
  if (found !== undefined)
    return accepted(found.word, [{ kind: "value" in number ? "number" : "keyword", span: whole(text) }]);
  const choice = listed(wordsAt(at));
  if (text === "") return rejected(`${at.name}= must not be empty; write ${choice}`, whole(text));
  if (/^(tcp|udp)$/i.test(text))
    return rejected(`${text} is what the sockets use anyway; leave the line out, or write ${choice}`, whole(text));
  const replacement = nearest(text, wordsAt(at));
  return rejected(`${shown(text)} is not allowed; write ${choice}`, whole(text), replacement ? { replacement } : {});
}

function wordsAt({ version }: ValueContext): readonly string[] {
  return protocols.filter(({ since }) => since <= version).map(({ word }) => word);
}
