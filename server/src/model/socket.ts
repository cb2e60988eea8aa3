/** How a socket hands over its connections. systemd: have_non_accept_socket(), src/core/socket.c */
import { flagOf, isSet } from "./reading.ts";
import type { Settings } from "./setting.ts";

/** Whether each connection gets an instance of its own: Accept=yes, and nothing listens that cannot accept. */
export function acceptsConnections(settings: Settings): boolean {
  return flagOf(settings, "Socket", "Accept", false) && !others.some(name => isSet(settings, "Socket", name));
}

/** Whether a directive such as ListenDatagram= names something that takes no connections. */
export function isNonAccepting(name: string): boolean {
  return others.includes(name);
}

/** What systemd listens on without connections. */
const others = [
  "ListenDatagram",
  "ListenFIFO",
  "ListenSpecial",
  "ListenNetlink",
  "ListenMessageQueue",
  "ListenUSBFunction",
];
