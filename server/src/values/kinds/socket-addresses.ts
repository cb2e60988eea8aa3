/**
 * What sockets listen on: addresses, netlink families, message queues; one of each assignment, and an empty one clears all.
 * systemd: config_parse_socket_listen(), src/core/load-fragment.c
 */
import { nearest } from "../../text/nearest.ts";
import { expand } from "../expanded-text.ts";
import { INT_MAX, readInteger, UINT_MAX } from "../integer.ts";
import {
  accepted,
  type Parsed,
  rejected,
  type ValueContext,
  type ValueKind,
  type ValueProblem,
  whole,
} from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { PATH_MAX, simplifyPath } from "../path.ts";
import { legacyRunProblem, readPath } from "../path-reading.ts";
import { shown } from "../shown.ts";
import { readSocketAddress } from "../socket-address.ts";
import { nextWord } from "../words.ts";

export const socketAddresses: readonly ValueKind[] = [
  {
    id: "socket-address",
    describe: "a port, an IP address with a port, a path, @name or vsock:CID:PORT",
    parse: (text, at) => parseAddress(text, at, false),
  },
  {
    id: "socket-address-sequential",
    describe: "a path or @name",
    parse: (text, at) => parseAddress(text, at, true),
  },
  {
    id: "netlink-address",
    describe: "a netlink family such as kobject-uevent, and perhaps a group of it",
    words: () => netlinkFamilies,
    parse: parseNetlink,
  },
  { id: "message-queue", describe: "the name of a POSIX message queue such as /app", parse: parseMessageQueue },
];

const longest = { most: PATH_MAX - 1 };

function parseAddress(text: string, at: ValueContext, sequential: boolean): Parsed {
  if (text === "") return accepted("");
  const expansion = expand(MappedText.verbatim(text, 0), at, longest);
  if ("problem" in expansion) return { parts: [], problems: [expansion.problem] };
  const { text: expanded, parts } = expansion;
  const labelled = [{ kind: expanded.text.startsWith("/") ? "path" : "address", span: whole(text) } as const, ...parts];
  // Not with the .. at the root that newer releases drop elsewhere.
  const path = expanded.text.startsWith("/") ? simplifyPath(expanded.text, 254) : "";
  const legacy = legacyRunProblem(path, expanded);
  // systemd puts the new path together before it judges the address.
  const judged = legacy === undefined ? expanded.text : `/run/${path.slice("/var/run/".length)}`;
  const address = readSocketAddress(judged, at.version);
  const problems: ValueProblem[] = legacy === undefined ? [] : [legacy];
  const drop = (message: string, more: Partial<ValueProblem> = {}): Parsed => ({
    parts: labelled,
    problems: [...problems, { message, span: expanded.span(), consequence: "drops-line", ...more }],
  });
  if ("message" in address) {
    const { message, replacement } = address;
    return drop(
      message,
      replacement === undefined || parts.length > 0 ? {} : { replacement: replacement.replaceAll("%", "%%") },
    );
  }
  if (sequential && address.family !== "unix")
    return drop(`${shown(text)} is no address of a UNIX socket, which ${at.name}= needs; write a path or @name`);
  return { value: address.address, parts: labelled, problems };
}

/** In the order of their numbers, which may be written too. systemd: netlink_family_from_string(), src/basic/socket-util.c */
const netlinkFamilies = [
  "route",
  "firewall",
  "nflog",
  "xfrm",
  "selinux",
  "iscsi",
  "audit",
  "fib-lookup",
  "connector",
  "netfilter",
  "ip6-fw",
  "dnrtmsg",
  "kobject-uevent",
  "generic",
  "scsitransport",
  "ecryptfs",
  "inet-diag",
  "rdma",
];

/** systemd: socket_address_parse_netlink(), src/shared/socket-netlink.c */
function parseNetlink(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const expansion = expand(MappedText.verbatim(text, 0), at, longest);
  if ("problem" in expansion) return { parts: [], problems: [expansion.problem] };
  const { text: expanded, parts } = expansion;
  const outcome = nextWord(expanded.text, 0);
  if (outcome === undefined) return rejected("A netlink family is missing", whole(text));
  if ("error" in outcome)
    return rejected("Nothing follows the backslash", expanded.span(outcome.span.start, outcome.span.end));
  const family = outcome.word.text;
  const { start, end } = outcome.word.span();
  const place = expanded.span(start, end);
  if (!netlinkFamilies.includes(family) && !("value" in readInteger(family, { least: 0n, most: INT_MAX })))
    return rejected(
      `${shown(family)} is no netlink family; write one such as kobject-uevent or a number`,
      place,
      meant(family),
    );
  const group = expanded.text.slice(outcome.rest);
  const groupPlace = expanded.span(Math.min(outcome.rest, expanded.text.length), expanded.text.length);
  if (group !== "" && !("value" in readInteger(group, { least: 0n, most: UINT_MAX })))
    return rejected(`${shown(group)} is no group of a netlink family; write one number up to 4294967295`, groupPlace);
  const number = group === "" ? [] : [{ kind: "number", span: groupPlace } as const];
  return accepted(group === "" ? family : `${family} ${group}`, [
    { kind: "keyword", span: place },
    ...number,
    ...parts,
  ]);
}

function meant(family: string): Partial<ValueProblem> {
  const lower = family
    .toLowerCase()
    .replace(/^netlink[_-]/, "")
    .replaceAll("_", "-");
  const word = netlinkFamilies.includes(lower) ? lower : nearest(lower, netlinkFamilies);
  return word === undefined ? {} : { replacement: word };
}

/** The path checks are systemd's; mq_open(3) takes a slash and a name without one. Paths below /dev, /proc and /sys are refused since 256. */
function parseMessageQueue(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const written = MappedText.verbatim(text, 0);
  const { path, parts, problem } = readPath(written, at, {
    absolute: true,
    outsideApi: at.version >= 256,
    consequence: "drops-line",
  });
  if (problem !== undefined) return { parts, problems: [problem] };
  if (path === undefined || /^\/[^/]+$/.test(path)) return accepted(path, parts);
  const message = `${shown(text)} is no name of a message queue: a slash and a name without slashes`;
  return {
    value: path,
    parts,
    problems: [{ message, span: whole(text), consequence: "silent", rule: "unchecked-value" }],
  };
}
