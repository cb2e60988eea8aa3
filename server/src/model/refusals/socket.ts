/** What makes systemd refuse a socket. systemd: socket_verify(), src/core/socket.c */
import { flagOf, isSet, lastOf, textOf, valuesOf } from "../reading.ts";
import type { PlacedAssignment, Settings } from "../setting.ts";
import { isNonAccepting } from "../socket.ts";
import { oldPamChecks } from "./exec.ts";
import { clearingLine, lostAttempts } from "./lost-lines.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** In systemd's order. */
export const socketChecks: readonly Check[] = [
  { check: "missing-listen", verdict: "refuses", find: nothingToListen },
  { check: "socket-accept-conflict", verdict: "refuses", since: 256, find: noConnections },
  { check: "socket-accept-conflict", verdict: "refuses", find: nothingToAccept },
  {
    check: "socket-accept-conflict",
    verdict: "refuses",
    until: 255,
    find: subject => (accepts(subject.settings) ? noConnections(subject) : undefined),
  },
  {
    check: "socket-accept-conflict",
    verdict: "refuses",
    find: subject =>
      besideAccept(
        subject,
        "Service",
        "Service= does not go with Accept=yes, which starts an instance of NAME for each connection",
      ),
  },
  {
    check: "socket-accept-conflict",
    verdict: "refuses",
    find: subject =>
      textOf(subject.settings, "Socket", "DeferTrigger") === "no"
        ? undefined
        : besideAccept(subject, "DeferTrigger", "DeferTrigger= does not go with Accept=yes"),
  },
  ...oldPamChecks([]),
  { check: "socket-symlinks", verdict: "refuses", find: symlinksWithoutTarget },
];

/** The directives that name what to listen on. */
const listening = [
  "ListenStream",
  "ListenDatagram",
  "ListenSequentialPacket",
  "ListenFIFO",
  "ListenSpecial",
  "ListenNetlink",
  "ListenMessageQueue",
  "ListenUSBFunction",
];

function nothingToListen({ settings, unit }: Subject): Found | undefined {
  if (listening.some(name => isSet(settings, "Socket", name))) return undefined;
  const at = clearingLine(unit, "Socket", listening);
  const message = "The socket listens on nothing; set ListenStream=, ListenDatagram=, ListenFIFO= or another Listen…=";
  return {
    message:
      at === undefined ? message : `${at.entry.key.text}= clears all that the socket listens on, and nothing follows`,
    at: at ?? "Socket",
    because: lostAttempts(unit, "Socket", [...listening, "Listen"]),
  };
}

function noConnections({ settings }: Subject): Found | undefined {
  const at = lastOf(settings, "Socket", "MaxConnections");
  return at?.parsed?.value === "0" ? { message: "MaxConnections= must be at least 1", at } : undefined;
}

function accepts(settings: Settings): boolean {
  return flagOf(settings, "Socket", "Accept", false);
}

function nothingToAccept({ settings }: Subject): Found | undefined {
  const at = lastOf(settings, "Socket", "Accept");
  const other = listening.filter(isNonAccepting).flatMap(name => settings.of("Socket", name)?.effective ?? [])[0];
  if (at === undefined || other === undefined || !accepts(settings)) return undefined;
  return {
    message: `Accept=yes does not go with ${other.entry.key.text}=, which takes no connections`,
    at,
    related: [{ at: other, message: "takes no connections" }],
    remedies: [{ title: "Write Accept=no", at, write: { value: "no" } }],
  };
}

function besideAccept({ settings, unit }: Subject, name: string, message: string): Found | undefined {
  const at = lastOf(settings, "Socket", name);
  const accept = lastOf(settings, "Socket", "Accept");
  if (at?.parsed === undefined || accept === undefined || !accepts(settings)) return undefined;
  return {
    message: message.replace("NAME", `${unit.prefix}@.service`),
    at,
    related: [{ at: accept, message: "Accept=yes" }],
  };
}

/** Links need one node of a file system to point to. systemd: socket_find_symlink_target() */
function symlinksWithoutTarget({ settings }: Subject): Found | undefined {
  const at = settings.of("Socket", "Symlinks")?.effective.at(-1);
  if (at === undefined || valuesOf(settings, "Socket", "Symlinks").length === 0) return undefined;
  const nodes = ["ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO"].flatMap(name =>
    (settings.of("Socket", name)?.effective ?? []).filter(mayBeNode),
  );
  if (nodes.length === 1 || nodes.some(({ parsed }) => parsed === undefined)) return undefined;
  return {
    message: `Symlinks= needs exactly one ListenStream=, ListenDatagram=, ListenSequentialPacket= or ListenFIFO= with a path, but there ${nodes.length === 0 ? "is none" : `are ${nodes.length}`}`,
    at,
    related: nodes.map(node => ({ at: node, message: "a path to listen on" })),
  };
}

function mayBeNode({ parsed }: PlacedAssignment): boolean {
  return parsed === undefined || (typeof parsed.value === "string" && parsed.value.startsWith("/"));
}
