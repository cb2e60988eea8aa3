/** What people mean who write a unit's name wrongly. */
import type { UnitType } from "../catalog/directive.ts";
import { unitTypes } from "../catalog/unit-types.ts";
import { nearest } from "../text/nearest.ts";
import type { ValueContext } from "./kind.ts";
import { readUnitName } from "./unit-name.ts";

/** Targets that systemd ships and people name. */
const targets: ReadonlySet<string> = new Set(
  `basic bluetooth boot-complete cryptsetup default emergency exit final first-boot-complete getty graphical graphical-session
  halt initrd kexec local-fs local-fs-pre multi-user network network-online network-pre nss-lookup nss-user-lookup paths
  poweroff printer reboot remote-fs remote-fs-pre rescue rpcbind shutdown sigpwr sleep slices smartcard sockets sound suspend
  swap sysinit system-update time-set time-sync timers umount`.split(/\s+/),
);

/** Keys whose values are nearly always targets. */
const wantTargets = /^(?:WantedBy|RequiredBy|UpheldBy)$/;

/** The name or the names that are meant, where that is plain. */
export function meantUnit(written: string, at: ValueContext, type?: UnitType): string | undefined {
  const meant = guess(written, at, type);
  if (meant === undefined || meant === written) return undefined;
  const valid = meant.split(" ").every(name => readUnitName(name.replace(/%[A-Za-z]/g, "x")) !== undefined);
  return valid ? meant : undefined;
}

function guess(written: string, at: ValueContext, type: UnitType | undefined): string | undefined {
  const quoted = /^(["'])([^"'\s]+)\1$/.exec(written)?.[2];
  if (quoted !== undefined) return quoted;
  if (/^[^,]+(?:,[^,]*)+$/.test(written) || written.startsWith(",")) {
    return written
      .split(",")
      .filter(name => name !== "")
      .join(" ");
  }
  if (/^\/[A-Za-z0-9:_./]+$/.test(written)) return ofPath(written);
  const dot = written.lastIndexOf(".");
  if (dot < 0) return `${written}.${type ?? suffixFor(written, at)}`;
  if (type !== undefined && unitTypes.some(known => known === written.slice(dot + 1)))
    return `${written.slice(0, dot)}.${type}`;
  const close = nearest(written.slice(dot + 1), unitTypes);
  return close === undefined ? `${written}.${type ?? suffixFor(written, at)}` : `${written.slice(0, dot)}.${close}`;
}

function suffixFor(name: string, at: ValueContext): UnitType {
  return wantTargets.test(at.name) || targets.has(name) ? "target" : "service";
}

/** A device or a mount by its path, where the path needs no escapes. */
function ofPath(path: string): string {
  const escaped = path
    .split("/")
    .filter(piece => piece !== "")
    .join("-");
  return path.startsWith("/dev/") ? `${escaped}.device` : `${escaped === "" ? "-" : escaped}.mount`;
}
