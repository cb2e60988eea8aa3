/** Advice on the network. */
import { isSet } from "../../model/reading.ts";
import { onNetwork, staysLocal } from "./evidence.ts";
import { firstOf, type Hardening } from "./hardening.ts";
import { known } from "./programs.ts";
import type { UnitView } from "./view.ts";

/** Rare kinds of sockets take privileges, rare programs, or a word in the unit. */
const rareSockets = firstOf(
  known("packets"),
  ({ text }) => {
    const name = /\b(?:AF|PF)_(?!UNIX|INET6?|NETLINK)[A-Z]+|\b(?:can|vcan|hci)\d\b|\bvsock:/.exec(text)?.[0];
    return name && `the command says ${name}`;
  },
  rawCapability,
);

function rawCapability({ settings }: UnitView): string | undefined {
  const given = ["AmbientCapabilities", "CapabilityBoundingSet"].find(name =>
    settings
      .of("Service", name)
      ?.effective.some(({ entry }) => /^[^~]*\bCAP_NET_(?:RAW|ADMIN)\b/i.test(entry.value.text)),
  );
  return given && `${given}= lets it handle packets`;
}

function hasFamilies({ settings }: UnitView): boolean {
  return isSet(settings, "Service", "RestrictAddressFamilies");
}

export const network: readonly Hardening[] = [
  {
    lines: [{ name: "RestrictAddressFamilies", value: "AF_UNIX AF_INET AF_INET6 AF_NETLINK" }],
    improves: ["RestrictAddressFamilies_AF_PACKET", "RestrictAddressFamilies_OTHER"],
    theme: "network",
    means: "seccomp",
    level: "safe",
    forbids: "Opens no sockets but of UNIX, IP and netlink",
    breaks: "It handles raw packets, Bluetooth, CAN, virtual machines or kernel cryptography",
    suits: view => !hasFamilies(view),
    objection: rareSockets,
  },
  {
    lines: [{ name: "RestrictAddressFamilies", value: "~AF_PACKET" }],
    improves: ["RestrictAddressFamilies_AF_PACKET"],
    theme: "network",
    means: "seccomp",
    level: "safe",
    forbids: "Opens no packet sockets",
    breaks: "It captures packets or speaks DHCP",
    suits: hasFamilies,
    objection: rareSockets,
  },
  {
    lines: [{ name: "RestrictAddressFamilies", value: "~AF_NETLINK" }],
    improves: ["RestrictAddressFamilies_AF_NETLINK"],
    theme: "network",
    means: "seccomp",
    level: "strict",
    forbids: "Opens no netlink sockets",
    breaks: "It looks at network interfaces, be it only to look up names",
    objection: onNetwork,
  },
  {
    lines: [{ name: "RestrictAddressFamilies", value: "~AF_INET AF_INET6" }],
    improves: ["RestrictAddressFamilies_AF_INET_INET6"],
    theme: "network",
    means: "seccomp",
    level: "strict",
    forbids: "Opens no IP sockets",
    breaks: "It works over the network, or looks up names",
    objection: onNetwork,
  },
  {
    lines: [{ name: "RestrictAddressFamilies", value: "~AF_UNIX" }],
    improves: ["RestrictAddressFamilies_AF_UNIX"],
    theme: "network",
    means: "seccomp",
    level: "strict",
    forbids: "Opens no UNIX sockets",
    breaks: "It logs, uses the bus, looks up names or reports that it is ready",
    objection: () => "the journal, the bus and name lookups use UNIX sockets",
  },
  {
    lines: [{ name: "PrivateNetwork", value: "yes" }],
    improves: ["PrivateNetwork"],
    theme: "network",
    means: "mounts",
    level: "strict",
    forbids: "Has no network but a loopback of its own",
    breaks: "It works over the network, talks to local ports, or watches for devices",
    objection: onNetwork,
  },
  {
    lines: [
      { name: "IPAddressDeny", value: "any" },
      { name: "IPAddressAllow", value: "localhost" },
    ],
    improves: ["IPAddressDeny"],
    theme: "network",
    means: "cgroup",
    level: "strict",
    forbids: "Exchanges IP packets with this machine only",
    breaks: "It works with other machines",
    suits: staysLocal,
    objection: known("jobs"),
  },
  {
    lines: [{ name: "IPAddressDeny", value: "any" }],
    improves: ["IPAddressDeny"],
    theme: "network",
    means: "cgroup",
    level: "strict",
    forbids: "Exchanges IP packets only with what IPAddressAllow= lists",
    breaks: "It works over the network",
    suits: view => !staysLocal(view),
    objection: onNetwork,
  },
];
