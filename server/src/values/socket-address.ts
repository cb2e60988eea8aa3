/** Addresses that sockets listen on, specifiers replaced. systemd: socket_address_parse(), src/shared/socket-netlink.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { readInteger, UINT_MAX } from "./integer.ts";
import { isIpv4, isIpv6 } from "./ip-address.ts";
import { byteLength } from "./path.ts";
import { shown } from "./shown.ts";

/** An address by its family, or what is wrong with it; `replacement` is what to write instead of all of it. */
export type SocketAddress =
  | { readonly family: "unix" | "vsock" | "inet" | "inet6"; readonly address: string }
  | { readonly message: string; readonly replacement?: string };

/** Reads one. Whether an interface exists is not looked up. */
export function readSocketAddress(text: string, version: SystemdVersion): SocketAddress {
  if (text.startsWith("/") || text.startsWith("@")) return readUnix(text);
  const vsock = /^vsock(?:-(?:dgram|seqpacket|stream))?:/.exec(text)?.[0];
  if (vsock !== undefined) return readVsock(text, vsock, version);
  const port = readPort(text);
  if (port !== undefined) return { family: "inet6", address: `[::]:${port}` };
  return readInternet(text) ?? adviceOn(text);
}

/** systemd: sockaddr_un_set_path(): one byte of the 108 is for the NUL. */
function readUnix(text: string): SocketAddress {
  const noun = text.startsWith("/") ? "path" : "name";
  if (text.length < 2) return { message: `A ${noun} must follow the ${text}` };
  const length = byteLength(text);
  if (length > 107) return { message: `The ${noun} of a socket has at most 107 bytes, this one ${length}` };
  return { family: "unix", address: text };
}

/** systemd: socket_address_parse_vsock(); 252 knew only vsock:, numbers and any port. The names came between 253 and 257. */
function readVsock(text: string, prefix: string, version: SystemdVersion): SocketAddress {
  if (version < 253 && prefix !== "vsock:") return { message: `${prefix} is unknown before systemd 253; write vsock:` };
  const colon = text.indexOf(":", prefix.length);
  if (colon < 0) return { message: `${shown(text)} has no port; write ${prefix}CID:PORT` };
  const most = version < 253 ? UINT_MAX : UINT_MAX - 1n;
  const cid = text.slice(prefix.length, colon);
  const port = text.slice(colon + 1);
  if (!("value" in readInteger(port, { least: 0n, most })))
    return { message: `${shown(port)} is no port of a vsock address; write a number up to ${most}` };
  if (cid !== "" && !cidNames(version).includes(cid) && !("value" in readInteger(cid, { least: 0n, most: UINT_MAX })))
    return {
      message: `${shown(cid)} is no CID; write ${["a number", ...cidNames(version)].join(", ")} or nothing for any`,
    };
  return { family: "vsock", address: text };
}

/** systemd: vsock_parse_cid(); any and -1 came between 258 and 262. */
function cidNames(version: SystemdVersion): readonly string[] {
  if (version < 253) return [];
  const names = ["hypervisor", "local", "host"];
  return version < 258 ? names : [...names, "any", "-1"];
}

/** A port that is not 0. systemd: parse_ip_port() */
function readPort(text: string): bigint | undefined {
  const outcome = readInteger(text, { least: 1n, most: 65535n, refuseLeadingBlank: true });
  return "value" in outcome ? outcome.value : undefined;
}

/** systemd: in_addr_port_ifindex_name_from_string_auto() */
function readInternet(text: string): SocketAddress | undefined {
  const percent = text.indexOf("%");
  if (percent >= 0 && !isInterface(text.slice(percent + 1))) return undefined;
  const address = percent < 0 ? text : text.slice(0, percent);
  const colon = address.lastIndexOf(":");
  if (colon < 0 || readPort(address.slice(colon + 1)) === undefined) return undefined;
  const host = address.slice(0, colon);
  if (host.startsWith("[")) {
    const inner = host.endsWith("]") ? host.slice(1, -1) : "";
    return isIpv6(inner) ? { family: "inet6", address: text } : undefined;
  }
  return isIpv4(host) ? { family: "inet", address: text } : undefined;
}

/** A number, or a name of up to 127 letters. systemd: ifname_valid_full() */
function isInterface(name: string): boolean {
  if ("value" in readInteger(name, { least: 1n, most: 0x7fffffffn })) return true;
  if (["", ".", "..", "all", "default"].includes(name) || /^[0-9]+$/.test(name)) return false;
  return name.length < 128 && /^[!-$&-.0-9;-~]+$/.test(name);
}

/** What is wrong with an address that is none, by what people usually write. */
function adviceOn(text: string): SocketAddress {
  const written = shown(text);
  const scheme =
    /^(?:unix|local):(?:\/\/)?(?=\/)|^(?:tcp|udp|tcp4|tcp6|udp4|udp6):(?:\/\/)?(?=.)|^file:\/\/(?=\/)/i.exec(text)?.[0];
  if (scheme !== undefined) {
    const replacement = text.slice(scheme.length);
    return { message: `${written} must be written without ${scheme}`, replacement };
  }
  const any = /^(?:\*|\[\*\])?:([0-9]+)$/.exec(text)?.[1];
  if (any !== undefined && readPort(any) !== undefined)
    return { message: `${written} is no address; the port ${any} alone means all addresses`, replacement: any };
  const zone = /^\[([^%\]]+)(%[^\]]+)\](:[0-9]+)$/.exec(text);
  if (zone !== null) {
    const replacement = `[${zone[1]}]${zone[3]}${zone[2]}`;
    return { message: `The interface goes behind the port: ${replacement}, and % is written %%`, replacement };
  }
  const port = /^(.*):([^:\]]*)$/s.exec(text);
  const host = text.replace(/^\[(.*)\]$/s, "$1");
  if (isIpv4(host) || isIpv6(host))
    return { message: `${written} has no port; write ${isIpv4(host) ? host : `[${host}]`}:PORT` };
  if (/^[-+]?[0-9]+$/.test(text)) return { message: `${written} is no port; ports go from 1 to 65535` };
  if (port !== null && isHost(port[1] ?? ""))
    return { message: `${shown(port[2] ?? "")} is no port; ports go from 1 to 65535` };
  if (port !== null && /^localhost$/i.test(port[1] ?? "")) {
    const replacement = `127.0.0.1:${port[2]}`;
    return {
      message: `${written} is no address: host names are not resolved; write ${replacement} or [::1]:${port[2]}`,
      replacement,
    };
  }
  if (port !== null && /^[A-Za-z0-9.-]+$/.test(port[1] ?? ""))
    return { message: `${written} is no address: host names are not resolved; write an IP address` };
  if (/^[^:%]*\/[^:%]*$/.test(text)) return { message: `The path ${written} must start with a /` };
  return { message: `${written} is no address; write a port, an IP address with a port, a path or @name` };
}

function isHost(text: string): boolean {
  return isIpv4(text) || (text.startsWith("[") && text.endsWith("]") && isIpv6(text.slice(1, -1)));
}
