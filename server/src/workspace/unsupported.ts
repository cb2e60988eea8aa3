/** Files of systemd that are no unit files and that unitlint does not judge yet. */
import type { FileHost } from "./file-host.ts";
import { PROBE_LENGTH, probe } from "./probe.ts";

/**
 * Whether a file, by the folders it really lies in and its name, is such a file. As the name alone often does not tell
 * (`meson.build`, `disk.image`), the beginning of the content then decides.
 */
export function isUnsupported(host: FileHost, path: string, realPath: string): boolean {
  const suffix = realPath.slice(realPath.lastIndexOf(".") + 1);
  const has = (pattern: RegExp) => pattern.test(startOf(host, path));
  if (suffixes.has(suffix)) return has(ownSection);
  if (suffix !== "conf" && suffix !== "preset") return false;
  const [above = "", folder = "", name = ""] = realPath.split("/").slice(-3);
  if (suffix === "preset") return folder.endsWith("-preset") || has(presetLine);
  if (listFolders.has(folder)) return true;
  if (isDropInFolder(folder)) return has(anySection);
  return isDaemonConfig(name, folder) || (folder.endsWith(".d") && isDaemonConfig(folder.slice(0, -2), above));
}

const suffixes: ReadonlySet<string> = new Set([
  ...["network", "netdev", "link", "dnssd", "nspawn"],
  ...["container", "pod", "volume", "kube", "image", "build", "quadlet", "artifact"],
]);

const ownSection =
  /^\[(?:Match|Network|NetDev|Link|Service|Exec|Files|Container|Pod|Volume|Kube|Image|Build|Artifact|Unit|Install)\]\s*$/m;
const anySection = /^\[[A-Za-z][\w -]*\]\s*$/m;
const presetLine = /^(?:enable|disable|ignore)[ \t]+\S/m;

const listFolders: ReadonlySet<string> = new Set(["repart.d", "sysusers.d", "tmpfiles.d"]);

/** `eth0.network.d`, `web.container.d`. */
function isDropInFolder(folder: string): boolean {
  const owner = /^.+\.([a-z]+)\.d$/.exec(folder)?.[1];
  return owner !== undefined && suffixes.has(owner);
}

const daemonConfigs: ReadonlySet<string> = new Set(
  [
    ...["system", "user", "journald", "logind", "resolved", "timesyncd", "networkd", "homed", "oomd", "coredump"],
    ...[
      "sleep",
      "pstore",
      "journal-remote",
      "journal-upload",
      "iocost",
      "portabled",
      "importd",
      "userdbd",
      "sysupdate",
    ],
  ].map(name => `${name}.conf`),
);

/** `system.conf`, `journald.conf` … in a folder `systemd`. */
function isDaemonConfig(name: string, folder: string): boolean {
  return folder === "systemd" && daemonConfigs.has(name);
}

function startOf(host: FileHost, path: string): string {
  const outcome = host.readStart(path, PROBE_LENGTH);
  return "bytes" in outcome ? probe(outcome.bytes) : "";
}
