/** Devices that processes may use. systemd: unit_patch_contexts(), src/core/unit.c; assess_device_allow() */
import type { SystemdVersion } from "../catalog/directive.ts";
import { isSet, textOf } from "../model/reading.ts";
import type { Reading } from "./confinement.ts";

/** `open`: all that file modes allow; `some`: a few are named; `pseudo`: null, zero, random and their like. */
export type DeviceAccess = "open" | "some" | "pseudo";

/** What DevicePolicy= and DeviceAllow= leave, with what some settings of processes add. */
export function deviceAccess({
  settings,
  section,
  host: { version },
  processes,
  on,
}: Reading & { readonly on: ReadonlySet<string> }): DeviceAccess {
  if (section === undefined) return "open";
  const said = textOf(settings, section, "DevicePolicy") ?? "";
  const policy = said === "" || said === "auto" ? (on.has("private_devices") ? "closed" : "auto") : said;
  if (policy === "auto") return "open";
  const listed = isSet(settings, section, "DeviceAllow");
  const has = (name: string) =>
    settings.of(section, name)?.effective.some(({ parsed }) => !isEmptyList(parsed?.value)) === true;
  return listed || (processes && (on.has("protect_clock") || needed(version).some(has))) ? "some" : "pseudo";
}

/** Of some lines nothing is left. */
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Settings for which systemd opens devices by itself: loop devices and, up to 257, the TPM. */
function needed(version: SystemdVersion): readonly string[] {
  return version > 257 ? images : [...images, ...encrypted];
}

const images = ["RootImage", "MountImages", "RootMStack"];
const encrypted = ["LoadCredentialEncrypted", "SetCredentialEncrypted"];
