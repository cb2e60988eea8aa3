/** The mounts that single settings ask for. systemd: append_protect_home(), append_protect_system(), append_private_tmp(), src/core/namespace.c; unit_patch_contexts(), src/core/unit.c */
import { own } from "../../text/own.ts";
import { privateTmp } from "../dependencies/exec.ts";
import { flagOf, isSet, lastOf, textOf } from "../reading.ts";
import type { PlacedAssignment } from "../setting.ts";
import type { MountMode, SandboxMount, SandboxSubject } from "./mount.ts";

/** ProtectHome=. */
export function homeMounts({ settings, section }: SandboxSubject): readonly SandboxMount[] {
  const at = lastOf(settings, section, "ProtectHome");
  const mode = own(homeModes, textOf(settings, section, "ProtectHome") ?? "");
  if (at === undefined || mode === undefined) return [];
  return homes.map(path => ({ path, mode, at, by: asWritten(at) }));
}

const homes = ["/home", "/root", "/run/user"];

const homeModes: Readonly<Record<string, MountMode>> = {
  yes: "inaccessible",
  tmpfs: "empty",
  "read-only": "read-only",
};

/** ProtectSystem=, which DynamicUser= makes strict. The words below `strict` leave /run and /var alone, and are of no interest. */
export function systemMounts({ settings, section }: SandboxSubject): readonly SandboxMount[] {
  const strict = textOf(settings, section, "ProtectSystem") === "strict";
  const at = strict ? lastOf(settings, section, "ProtectSystem") : dynamicUserOf({ settings, section });
  if (at === undefined) return [];
  const spared = ["/proc", "/sys", "/dev", ...homes];
  return [
    { path: "/", mode: "read-only", at, by: asWritten(at) },
    ...spared.map(path => ({ path, mode: "spared", at, by: asWritten(at) }) as const),
  ];
}

/** PrivateTmp=, which DynamicUser= brings. What other units put into shared folders is unknown. */
export function temporaryFolderMounts({ settings, section, version }: SandboxSubject): readonly SandboxMount[] {
  const { tmp, varTmp } = privateTmp(settings, section, version);
  const own = textOf(settings, section, "PrivateTmp") ?? "no";
  const at = own === "no" ? dynamicUserOf({ settings, section }) : lastOf(settings, section, "PrivateTmp");
  if (at === undefined) return [];
  const mode = isSet(settings, "Unit", "JoinsNamespaceOf") ? "bind" : "empty";
  const paths = [...(tmp === "no" ? [] : ["/tmp"]), ...(varTmp === "no" ? [] : ["/var/tmp"])];
  return paths.map(path => ({ path, mode, at, by: asWritten(at) }));
}

function asWritten({ entry }: PlacedAssignment): string {
  return `${entry.key.text}=${entry.value.text}`;
}

function dynamicUserOf({ settings, section }: Pick<SandboxSubject, "settings" | "section">) {
  return flagOf(settings, section, "DynamicUser", false) ? lastOf(settings, section, "DynamicUser") : undefined;
}
