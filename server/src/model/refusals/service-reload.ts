/** What RefreshOnReload= cannot do. systemd: service_verify(), service_can_reload_extensions(), src/core/service.c */
import { isSet } from "../reading.ts";
import { hasCredentials } from "../service.ts";
import type { Settings } from "../setting.ts";
import type { Check, Found, Subject } from "./problem.ts";
import { useless } from "./useless.ts";

/** In systemd's order. */
export const reloadChecks: readonly Check[] = [
  {
    check: "ineffective-setting",
    verdict: "notes",
    reads: ["Service.RefreshOnReload", "Service.ExtensionImages", "Service.ExtensionDirectories"],
    find: refreshedExtensions,
  },
  { check: "ineffective-setting", verdict: "notes", reads: ["Service.RefreshOnReload"], find: refreshedCredentials },
];

function refreshedExtensions({ settings, manager }: Subject): Found | undefined {
  if (!refreshes(settings).has("extensions") || refreshes(settings).size === 2) return undefined;
  const reason = !hasPickedExtensions(settings)
    ? "an extension that ends in .v"
    : !isSet(settings, "Service", "ExecStart")
      ? "ExecStart="
      : undefined;
  if (reason === undefined && manager === "system") return undefined;
  const message =
    reason === undefined
      ? "RefreshOnReload=extensions does nothing in a user unit"
      : `RefreshOnReload=extensions does nothing without ${reason}`;
  return useless(settings, "RefreshOnReload", message);
}

function refreshedCredentials({ settings }: Subject): Found | undefined {
  const refreshed = refreshes(settings);
  if (!refreshed.has("credentials") || refreshed.size === 2 || hasCredentials(settings)) return undefined;
  const message = "RefreshOnReload=credentials has no credentials to refresh";
  return useless(
    settings,
    "RefreshOnReload",
    message,
    "systemd hides the folder of credentials, so that none can be refreshed",
  );
}

/** What RefreshOnReload= comes to; empty where it is not set. systemd: config_parse_service_refresh_on_reload() */
function refreshes(settings: Settings): ReadonlySet<string> {
  let parts: Set<string> | undefined;
  for (const { parsed } of settings.of("Service", "RefreshOnReload")?.effective ?? []) {
    const value = parsed?.value;
    if (typeof value === "boolean") parts = new Set(value ? ["extensions", "credentials"] : []);
    else if (isChange(value)) {
      parts ??= new Set(value.inverted ? ["extensions"] : []);
      for (const part of value.parts) {
        if (value.inverted) parts.delete(part);
        else parts.add(part);
      }
    }
  }
  return parts ?? new Set();
}

interface Change {
  readonly inverted: boolean;
  readonly parts: readonly string[];
}

function isChange(value: unknown): value is Change {
  return typeof value === "object" && value !== null && "inverted" in value;
}

/** systemd: path_uses_vpick(), src/shared/vpick.c */
function hasPickedExtensions(settings: Settings): boolean {
  const assignments = ["ExtensionImages", "ExtensionDirectories"].flatMap(
    name => settings.of("Service", name)?.effective ?? [],
  );
  const paths = assignments.flatMap(({ parsed }) => (Array.isArray(parsed?.value) ? parsed.value.map(pathIn) : []));
  return paths.some(path => /\.v\/*$|\.v\/+[^/]*___[^/]*\/*$/.test(path));
}

/** An image has options beside its path. */
function pathIn(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "source" in value ? String(value.source) : "";
}
