/** Files of systemd that are no unit files and that unitlint does not judge yet. */

/**
 * Whether a file, by its path with the folders it lies in, is such a file. Its name alone often does not tell
 * (`meson.build`, `disk.image`): `start` gives the beginning of its text where that has to decide.
 */
export function isUnsupported(realPath: string, start: () => string): boolean {
  const [above = "", folder = "", name = ""] = realPath.split("/").slice(-3);
  const suffix = name.slice(name.lastIndexOf(".") + 1);
  if (suffix === "preset") return folder.endsWith("-preset") || presetLine.test(start());
  if (suffix !== "conf") return suffixes.has(suffix) && ownSection.test(start());
  if (listFolders.has(folder)) return true;
  if (isDropInFolder(folder)) return anySection.test(start());
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
    ...["sleep", "pstore", "journal-remote", "journal-upload", "iocost", "portabled", "importd", "userdbd", "sysupdate"],
  ].map(name => `${name}.conf`),
);

/** `system.conf`, `journald.conf` … in a folder `systemd`. */
function isDaemonConfig(name: string, folder: string): boolean {
  return folder === "systemd" && daemonConfigs.has(name);
}
