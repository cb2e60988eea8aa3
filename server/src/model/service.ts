/** What kind of service a unit is. systemd: service_add_extras(), src/core/service.c */
import { isSet, textOf } from "./reading.ts";
import type { Settings } from "./setting.ts";

/** Type=, or what systemd takes where it is not set; `exec` for credentials came with 256. */
export function serviceType(settings: Settings, version = 262): string {
  const type = textOf(settings, "Service", "Type");
  if (type !== undefined && type !== "") return type;
  if (isSet(settings, "Service", "BusName")) return "dbus";
  if (version >= 256 && hasCredentials(settings)) return "exec";
  return isSet(settings, "Service", "ExecStart") ? "simple" : "oneshot";
}

/** systemd: exec_context_has_credentials(), src/core/execute.c */
export function hasCredentials(settings: Settings): boolean {
  return credentialNames.some(name => isSet(settings, "Service", name));
}

/** Whether its processes see another tree of files than the host's, so that paths of the one mean nothing in the other. */
export function hasOwnRoot(settings: Settings): boolean {
  return ["RootDirectory", "RootImage", "RootMStack"].some(name => isSet(settings, "Service", name));
}

const credentialNames = [
  "SetCredential",
  "SetCredentialEncrypted",
  "LoadCredential",
  "LoadCredentialEncrypted",
  "ImportCredential",
];
