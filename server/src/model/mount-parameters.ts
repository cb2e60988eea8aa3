/** What a mount unit mounts, and where. systemd: src/core/mount.c, src/shared/fstab-util.c, src/basic/mountpoint-util.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { simplifyPath } from "../values/path.ts";
import { textOf } from "./reading.ts";
import type { Unit } from "./unit.ts";
import { pathOfUnit } from "./unit-path-name.ts";

/** The parameters of a mount. */
export interface MountParameters {
  /** Where=, else the path that the name tells; undefined where that is no path. */
  readonly where: string | undefined;
  readonly what: string | undefined;
  readonly type: string | undefined;
  readonly options: ReadonlyMap<string, string>;
}

/** Reads them from the merged settings of a mount. */
export function mountParameters({ settings, prefix }: Unit, version: SystemdVersion): MountParameters {
  const where = textOf(settings, "Mount", "Where") || pathOfUnit(prefix);
  const what = textOf(settings, "Mount", "What") || undefined;
  return {
    where: where === undefined ? undefined : simplifyPath(where),
    what: what === undefined || version < 256 ? what : deviceOfTag(what),
    type: textOf(settings, "Mount", "Type") || undefined,
    options: fstabOptions(textOf(settings, "Mount", "Options")),
  };
}

/** Options with their values, the last one of a name winning. */
export function fstabOptions(text = ""): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const option of text.split(/(?<!\\),/)) {
    const [name = "", ...value] = option.split("=");
    options.delete(name);
    if (name !== "") options.set(name, value.join("="));
  }
  return options;
}

/** Whether it needs the network. systemd: mount_is_network(), fstype_is_network() */
export function isNetworkMount({ type = "", options }: MountParameters): boolean {
  return options.has("_netdev") || networkTypes.has(type.replace(/^fuse\./, ""));
}

/** Whether it shows a folder in a second place. systemd: fstab_is_bind() */
export function isBindMount({ type, options }: MountParameters): boolean {
  return options.has("bind") || options.has("rbind") || type === "bind" || type === "rbind";
}

/** Whether programs must check and switch on quotas. systemd: mount_needs_quota(), fstype_needs_quota() */
export function needsQuota(mount: MountParameters): boolean {
  if (isBindMount(mount) || (mount.type !== undefined && !quotaTypes.has(mount.type))) return false;
  return quotaOptions.some(option => mount.options.has(option));
}

const quotaTypes: ReadonlySet<string> = new Set(["ext2", "ext3", "ext4", "reiserfs", "jfs", "f2fs"]);
const quotaOptions = ["usrquota", "grpquota", "quota", "usrjquota", "grpjquota"];

/** Whether it stays for as long as the system runs, and is left alone. systemd: fstab_is_extrinsic() */
export function isExtrinsicMount({ where = "", options }: MountParameters): boolean {
  return ["/", "/usr", "/etc"].includes(where) || isBelow(where, extrinsicRoots) || options.has("x-initrd.mount");
}

/** Whether a path is one of some folders or lies below one. */
export function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some(folder => path === folder || path.startsWith(`${folder}/`));
}

/** systemd: is_device_path() */
export function isDevicePath(path: string): boolean {
  return /^\/(?:dev|sys)\/./.test(path);
}

const extrinsicRoots = ["/run/initramfs", "/run/nextroot", "/proc", "/sys", "/dev"];

/** systemd: FILESYSTEM_SET_NETWORK, src/basic/filesystems-gperf.gperf */
const networkTypes: ReadonlySet<string> = new Set(
  "afs ceph cifs gfs gfs2 ncp ncpfs nfs nfs4 ocfs2 orangefs pvfs2 smb3 smbfs davfs glusterfs lustre sshfs".split(" "),
);

/** `LABEL=data` is `/dev/disk/by-label/data`. systemd: fstab_node_to_udev_node() */
export function deviceOfTag(what: string): string {
  const [, tag, value] = /^(LABEL|UUID|PARTUUID|PARTLABEL)=(.*)$/s.exec(what) ?? [];
  return tag === undefined ? what : `/dev/disk/by-${tag.toLowerCase()}/${value?.replace(/^(["'])(.*)\1$/s, "$2")}`;
}
