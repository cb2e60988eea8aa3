/** Hover over a family of socket addresses. See address_families(7). */
import { say } from "./markup.ts";
import type { Describe } from "./piece.ts";

/** What sockets of the family are for, and whether they may be made here. */
export const describeAddressFamily: Describe = ({ text, assignment: { entry } }) => {
  if (text === "none") return [say`${text}: no sockets of any family may be made`];
  const name = text.toUpperCase();
  const use = uses[name] ?? "sockets of a rare kind";
  const inverted = entry.value.text.startsWith("~");
  return [say`${name}: ${[use]}`, [inverted ? "Forbidden here" : "Allowed here, as are the others in the list"]];
};

const uses: Readonly<Record<string, string>> = {
  AF_ALG: "the kernel's cryptography",
  AF_APPLETALK: "AppleTalk",
  AF_ATMPVC: "ATM, permanent circuits",
  AF_ATMSVC: "ATM, switched circuits",
  AF_AX25: "amateur radio (AX.25)",
  AF_BLUETOOTH: "Bluetooth",
  AF_CAIF: "modems (CAIF)",
  AF_CAN: "controller area networks, as in vehicles",
  AF_DECnet: "DECnet",
  AF_IB: "InfiniBand",
  AF_IEEE802154: "low-rate radio networks",
  AF_INET: "IPv4: TCP, UDP and others",
  AF_INET6: "IPv6: TCP, UDP and others",
  AF_IPX: "IPX",
  AF_ISDN: "ISDN",
  AF_KCM: "messages over TCP, by the kernel",
  AF_KEY: "keys of IPsec",
  AF_LLC: "LLC, below IP",
  AF_LOCAL: "sockets between processes of one machine, the same as AF_UNIX",
  AF_MCTP: "management of hardware parts",
  AF_NETLINK: "talking to the kernel: interfaces, routes, devices, audit",
  AF_NFC: "near-field communication",
  AF_PACKET: "raw packets of network interfaces",
  AF_PHONET: "modems (Phonet)",
  AF_PPPOX: "PPP over Ethernet and tunnels",
  AF_QIPCRTR: "processors of mobile chips among each other",
  AF_RDS: "reliable datagrams over clusters",
  AF_ROSE: "amateur radio (ROSE)",
  AF_RXRPC: "remote calls of AFS",
  AF_SMC: "sockets over shared memory and RDMA",
  AF_TIPC: "messages between the nodes of a cluster",
  AF_UNIX: "sockets between processes of one machine, such as those of D-Bus and the journal",
  AF_VSOCK: "between a virtual machine and its host",
  AF_X25: "X.25",
  AF_XDP: "packets past the kernel's network stack",
};
