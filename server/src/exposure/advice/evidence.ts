/** Reasons that a unit itself gives against a setting. */
import { flagOf, isSet, textOf, valuesOf } from "../../model/reading.ts";
import type { Objection } from "./hardening.ts";
import { known } from "./programs.ts";
import type { UnitView } from "./view.ts";

/** It runs as root, and nothing tells that it does not do this. */
export function asRoot(what: string): Objection {
  return ({ isRoot }) => (isRoot ? `it runs as root and may ${what}` : undefined);
}

/** A path below one of some folders stands in the unit. */
export function mentions(folders: readonly string[], but: (path: string) => boolean = () => false): Objection {
  return ({ paths }) => {
    const path = paths.find(
      path => !but(path) && folders.some(folder => path === folder || path.startsWith(`${folder}/`)),
    );
    return path && `the unit names ${path.startsWith("/home/%h") ? "the home folder (%h)" : path}`;
  };
}

/** A directive is set, to whatever value. */
export function sets(names: readonly string[], because: string): Objection {
  return ({ settings }) => {
    const name = names.find(name => isSet(settings, "Service", name));
    return name && `${name}= ${because}`;
  };
}

/** Its own words for a directive, which somebody chose; a list that only forbids stands in nobody's way. */
export function said(name: string): Objection {
  return ({ settings }) => {
    const at = settings.of("Service", name)?.effective.find(({ entry }) => !entry.value.text.startsWith("~"));
    return at && `the unit says ${at.entry.key.text}=${at.entry.value.text}`;
  };
}

/** It needs the network, by all that the unit tells. */
export const onNetwork: Objection = view => {
  const partner = view.partners.find(name => /^(?:network|nss-lookup|remote-fs|nfs-|rpcbind|time-sync)/.test(name));
  if (partner !== undefined) return `it is tied to ${partner}`;
  const address = addressPattern.exec(view.text)?.[0].trim();
  if (address !== undefined) return `the command says ${address}`;
  const [socket] = view.sockets;
  if (socket !== undefined) return `${socket} hands it connections`;
  return sets(networkSettings, "speaks of the network")(view) ?? known("network")(view) ?? known("packets")(view);
};

const networkSettings = [
  "IPAddressAllow",
  "SocketBindAllow",
  "NetworkNamespacePath",
  "RestrictNetworkInterfaces",
  "BindToDevice",
];
const addressPattern =
  /\b[a-z+]+:\/\/\S+|(?<=^|[\s=@,"'])(?:\[[\da-f:]*\]|[\w.*-]*):\d{2,5}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|--?(?:[\w-]*port|[\w-]*listen|bind|host|addr\w*|http\w*|tcp|udp)\b|\b[A-Z_]*(?:PORT|HOST|LISTEN|URL|ADDR)[A-Z_]*=/m;

/** All addresses that it names are of the machine itself. */
export function staysLocal(view: UnitView): boolean {
  const hosts = [...view.text.matchAll(hostPattern)].map(([host]) => host);
  return hosts.length > 0 && hosts.every(host => /^(?:127\.|::1$|localhost$)/.test(host));
}

const hostPattern = /\b\d{1,3}(?:\.\d{1,3}){3}\b|::1\b|\blocalhost\b|(?<=\/\/)[\w.-]+/g;

/** A port below 1024, which takes a capability unless a socket unit opens it. */
export const lowPort: Objection = view => {
  const port = /(?<=:|(?:port|listen)[= ])(?:[1-9]\d{0,2}|10[01]\d|102[0-3])\b/i.exec(view.text)?.[0];
  return port && `the command names the port ${port}`;
};

/** A session, a part of the system, or a program that is there to run others: nobody knows what happens in its sandbox. */
export const runsOthers: Objection = view => {
  if (isSet(view.settings, "Service", "PAMName")) return "PAMName= opens a session, in which anything may run";
  if (partOfSystem.test(view.unit.id) || view.commands.some(({ path }) => /\/lib\/systemd\//.test(path)))
    return "it is a part of the system, shipped with the sandbox that it bears";
  return known("jobs")(view) ?? known("sessions")(view);
};

const partOfSystem =
  /^(?:systemd-|initrd-|rescue\.|emergency\.|user@|capsule@|getty|(?:serial|console|container)-getty|debug-shell\.|dbus|kmod|modprobe@|quotaon|breakpoint-|ldconfig\.|plymouth)/;

/** A shell or a script, or a task of root: nobody knows what it calls. */
export const runsAnything: Objection = view => scripted(view) ?? unknownTask(view);

function scripted({ commands, isRoot }: UnitView): string | undefined {
  for (const { path, argv, flags } of commands) {
    const words = [path, ...argv.slice(1)];
    const shell = words.map(baseName).find(name => shellPattern.test(name));
    if (shell !== undefined || flags.includes("via-shell")) return `${shell ?? "the shell"} may run anything`;
    const script = words.find(
      word => /\.(?:sh|bash|zsh|pl|tcl|awk|wrapper)$/.test(word) || (isRoot && /\.(?:py|rb)$/.test(word)),
    );
    if (script !== undefined) return `${script} is a script, which may run anything`;
    if (isRoot && /^(?:python|perl|ruby|php|node|tclsh)[\d.]*$/.test(baseName(path)))
      return `${path} runs a script as root, which may do anything`;
  }
  return undefined;
}

const shellPattern = /^(?:ba|da|z|k|mk|a|c|tc|fi)?sh$|^(?:busybox|eval|xargs|parallel)$/;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What root does once is mostly done to the system. */
function unknownTask({ isRoot, settings }: UnitView): string | undefined {
  return isRoot && textOf(settings, "Service", "Type") === "oneshot"
    ? "a task that root does once mostly changes the system"
    : undefined;
}

/** Where the mounts that it makes must be seen outside. */
export const sharesMounts: Objection = view => {
  const { settings, isEarly } = view;
  const flags = textOf(settings, "Service", "MountFlags") ?? "";
  if (flags !== "") return `the unit says MountFlags=${flags}`;
  if (flagOf(settings, "Service", "PrivateMounts", true) === false) return "the unit says PrivateMounts=no";
  if (isEarly) return "it starts early, perhaps before all folders are mounted";
  return known("mounts")(view);
};

/** Directories that systemd makes for the service, or paths that the unit opens. */
export function isProvided({ settings }: UnitView): (path: string) => boolean {
  const folders = managed.flatMap(([name, below]) =>
    valuesOf(settings, "Service", name).map(({ value }) => `${below}/${value.split(":")[0]}`),
  );
  const opened = [
    ...valuesOf(settings, "Service", "ReadWritePaths"),
    ...valuesOf(settings, "Service", "BindPaths"),
  ].map(({ value }) => value.replace(/^[-+]+/, "").split(":")[0] ?? value);
  return path => [...folders, ...opened].some(folder => path === folder || path.startsWith(`${folder}/`));
}

const managed = [
  ["RuntimeDirectory", "/run"],
  ["StateDirectory", "/var/lib"],
  ["CacheDirectory", "/var/cache"],
  ["LogsDirectory", "/var/log"],
] as const;
