/** What makes systemd refuse a mount. systemd: mount_add_extras(), mount_verify(), src/core/mount.c; src/shared/mount-setup.c */
import { isBelow, isBindMount, isNetworkMount, mountParameters } from "../mount-parameters.ts";
import { isSet, lastOf, textOf } from "../reading.ts";
import { execChecks, oldPamChecks } from "./exec.ts";
import { clearingLine, lostAttempts } from "./lost-lines.ts";
import { isMountable, nameMismatch, unreadableName } from "./path-name.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** In systemd's order. */
export const mountChecks: readonly Check[] = [
  { check: "mount-name-mismatch", verdict: "refuses", find: subject => unreadableName(subject, "Where") },
  ...execChecks,
  { check: "mount-refused", verdict: "refuses", find: dottedSource },
  {
    check: "mount-name-mismatch",
    verdict: "refuses",
    find: subject => nameMismatch(subject, "Where", whereOf(subject)),
  },
  { check: "mount-refused", verdict: "refuses", find: apiFileSystem },
  { check: "mount-refused", verdict: "refuses", since: 256, find: credentialsFolder },
  { check: "mount-refused", verdict: "refuses", find: withoutSource },
  ...oldPamChecks([]),
];

function whereOf({ unit, version, settings }: Subject): string | undefined {
  const hidden = isSet(settings, "Mount", "Where") && textOf(settings, "Mount", "Where") === undefined;
  return hidden ? undefined : mountParameters(unit, version).where;
}

/** What is mounted must itself be a path that can be waited for. systemd: unit_add_mounts_for() */
function dottedSource({ unit, version, settings }: Subject): Found | undefined {
  const mount = mountParameters(unit, version);
  const at = lastOf(settings, "Mount", "What");
  if (at === undefined || mount.what?.startsWith("/") !== true || isMountable(mount.what, version)) return undefined;
  if (!isBindMount(mount) && !mount.options.has("loop") && isNetworkMount(mount)) return undefined;
  return { message: "The path in What= must not contain ..", at };
}

function apiFileSystem(subject: Subject): Found | undefined {
  const where = whereOf(subject);
  if (where === undefined || !isApiMount(where)) return undefined;
  const message = `systemd mounts ${where} itself and allows no mount unit for it`;
  return { message, at: lastOf(subject.settings, "Mount", "Where") ?? "Mount" };
}

/** systemd: mount_point_is_api(), mount_point_ignore() */
function isApiMount(path: string): boolean {
  return apiMounts.has(path) || isBelow(path, ["/sys/fs/cgroup", "/run/host"]);
}

const apiMounts: ReadonlySet<string> = new Set([
  "/proc",
  "/sys",
  "/dev",
  "/sys/kernel/security",
  "/sys/fs/smackfs",
  "/dev/shm",
  "/dev/pts",
  "/run",
  "/sys/fs/pstore",
  "/sys/firmware/efi/efivars",
  "/sys/fs/bpf",
  "/sys/fs/selinux",
  "/dev/console",
  "/proc/kmsg",
  "/proc/sys",
  "/proc/sys/kernel/random/boot_id",
]);

/** systemd: mount_point_is_credentials() */
function credentialsFolder(subject: Subject): Found | undefined {
  const where = whereOf(subject);
  const runtime = subject.manager === "user" ? "/run/user/[^/]+" : "/run";
  if (where === undefined || !new RegExp(`^${runtime}/credentials(?:/|$)`).test(where)) return undefined;
  const message = `systemd keeps credentials in ${where} and allows no mount unit for it`;
  return { message, at: lastOf(subject.settings, "Mount", "Where") ?? "Mount" };
}

function withoutSource({ unit, settings }: Subject): Found | undefined {
  if (unit.perpetual || isSet(settings, "Mount", "What")) return undefined;
  return {
    message: "A mount needs What=, the device or folder to mount",
    at: clearingLine(unit, "Mount", ["What"]) ?? "Mount",
    because: lostAttempts(unit, "Mount", ["What"]),
  };
}
