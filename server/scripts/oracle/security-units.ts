/** Random units that say something of most settings of sandboxing, well and badly, with drop-ins that add to it or take it back. */
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Directive, UnitType } from "../../src/catalog/directive.ts";
import type { Random } from "./random.ts";
import { samples } from "./samples.ts";

/** A unit with its drop-ins, by their paths. */
export interface ConfinedUnit {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** What bears on the exposure, and what only may. */
const names = new Set(
  `User DynamicUser SupplementaryGroups PrivateDevices PrivateMounts PrivateNetwork PrivateTmp PrivateUsers ProtectControlGroups
  ProtectKernelModules ProtectKernelTunables ProtectKernelLogs ProtectClock ProtectHome ProtectHostname ProtectSystem RootDirectory RootImage
  LockPersonality MemoryDenyWriteExecute NoNewPrivileges CapabilityBoundingSet UMask KeyringMode ProtectProc ProcSubset NotifyAccess RemoveIPC
  Delegate RestrictRealtime RestrictSUIDSGID RestrictNamespaces RestrictAddressFamilies SystemCallArchitectures SystemCallFilter IPAddressDeny
  IPAddressAllow IPIngressFilterPath IPEgressFilterPath DeviceAllow DevicePolicy AmbientCapabilities MountImages RootMStack
  LoadCredentialEncrypted SetCredentialEncrypted Type WatchdogSec`.split(/\s+/),
);

/** What the samples of a kind say too seldom. */
const more: Readonly<Record<string, readonly string[]>> = {
  User: ["", "root", "0", "nobody", "app", "65534", "%u", "%i", "%p"],
  DynamicUser: ["yes", "yes", "no"],
  CapabilityBoundingSet: [
    "",
    "~",
    "CAP_CHOWN",
    "~CAP_CHOWN CAP_KILL",
    "~CAP_SYS_ADMIN",
    "CAP_SYS_ADMIN CAP_NET_RAW",
    "40",
    "~41",
  ],
  AmbientCapabilities: ["", "CAP_NET_BIND_SERVICE", "~CAP_KILL", "~CAP_NET_BIND_SERVICE"],
  SystemCallFilter: [
    "",
    "@system-service",
    "~@privileged @resources",
    "~@mount",
    "@mount:EPERM",
    "~@swap:EPERM reboot:kill",
    "read write",
    "~",
  ],
  SystemCallArchitectures: ["native", "", "native x86-64", "x86"],
  RestrictAddressFamilies: [
    "",
    "none",
    "AF_INET AF_INET6",
    "~AF_PACKET",
    "AF_UNIX AF_NETLINK",
    "~AF_INET",
    "~AF_UNSPEC",
  ],
  RestrictNamespaces: ["yes", "no", "", "~user", "net mnt", "~net", "uts"],
  IPAddressDeny: ["any", "0.0.0.0/0 ::/0", "0.0.0.0/0", "::/0", ""],
  IPAddressAllow: ["localhost", "127.0.0.1", "127.0.0.1/4", "::1", "::1/64", "10.0.0.0/8", "", "0:0::1", "link-local"],
  UMask: ["0077", "0027", "0007", "0022", "0000", "077", "0117"],
  DevicePolicy: ["closed", "strict", "auto"],
  ProtectHome: ["yes", "read-only", "tmpfs", "no"],
  ProtectSystem: ["yes", "full", "strict", "no"],
  Type: ["simple", "notify", "oneshot"],
};

/** Units that usually load: mostly services, now and then others. */
export function confinedServices(count: number, catalog: Catalog, random: Random): readonly ConfinedUnit[] {
  return Array.from({ length: count }, (_, i) => confinedUnit(i, catalog, random));
}

const sections: Readonly<Partial<Record<UnitType, { section: string; basis: string }>>> = {
  service: { section: "Service", basis: "ExecStart=/bin/true\n" },
  socket: { section: "Socket", basis: "ListenStream=/run/x\nAccept=yes\n" },
  mount: { section: "Mount", basis: "What=/dev/sdb1\nWhere=/STEM\n" },
  swap: { section: "Swap", basis: "What=/STEM\n" },
  slice: { section: "Slice", basis: "" },
  target: { section: "Unit", basis: "" },
};

function confinedUnit(i: number, catalog: Catalog, random: Random): ConfinedUnit {
  const type: UnitType = random.chance(0.9) ? "service" : random.pick(Object.keys(sections) as UnitType[]);
  const template = type === "service" && random.chance(0.1);
  const stem = type === "service" ? random.pick(["app", "root", "nobody", "9lives", `app${i}`]) : `app${i}`;
  const name = `${stem}${template ? "@" : ""}.${type}`;
  const { section = "Unit", basis = "" } = sections[type] ?? {};
  const early = random.chance(0.15) ? "[Unit]\nDefaultDependencies=no\n" : "";
  const directives = catalog.directivesIn(section).filter(one => names.has(one.name));
  const body = `[${section}]\n${basis.replaceAll("STEM", stem)}`;
  const texts: Record<string, string> = {
    [name]: early + body + lines(directives, random.pick([0.1, 0.4, 0.9]), random),
  };
  for (let drop = random.pick([0, 0, 1, 2]); drop > 0; drop--)
    texts[`${name}.d/${drop}0-more.conf`] = `[${section}]\n${lines(directives, 0.2, random)}`;
  return { name, texts };
}

function lines(directives: readonly Directive[], share: number, random: Random): string {
  const said = directives.filter(() => random.chance(share));
  return said
    .flatMap(directive => Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => assignmentOf(directive, random)))
    .map(line => `${line}\n`)
    .join("");
}

function assignmentOf({ name, kind }: Directive, random: Random): string {
  const usual = more[name] ?? [];
  const odd = samples.get(kind) ?? [];
  const values = usual.length > 0 && (odd.length === 0 || random.chance(0.9)) ? usual : odd;
  return `${name}=${values.length === 0 ? "yes" : random.pick(values)}`;
}
