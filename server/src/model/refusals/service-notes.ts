/** What systemd complains of in a service that it loads. systemd: service_verify(), service_can_reload_extensions(), src/core/service.c */
import { readTimeSpan, type TimeSpan } from "../../values/time.ts";
import { isSet, lastOf, textOf } from "../reading.ts";
import { hasCredentials } from "../service.ts";
import type { Settings } from "../setting.ts";
import type { Check, Found, Subject } from "./problem.ts";
import { typeOf } from "./service.ts";

/** In systemd's order. */
export const serviceNotes: readonly Check[] = [
  {
    check: "ineffective-setting",
    verdict: "notes",
    find: ({ settings }) => lonely(settings, "USBFunctionDescriptors", "USBFunctionStrings"),
  },
  {
    check: "ineffective-setting",
    verdict: "notes",
    find: ({ settings }) => lonely(settings, "USBFunctionStrings", "USBFunctionDescriptors"),
  },
  {
    check: "ineffective-setting",
    verdict: "notes",
    reads: ["Service.Type", "Service.RuntimeMaxSec"],
    find: oneshotRuntime,
  },
  { check: "ineffective-setting", verdict: "notes", reads: ["Service.RuntimeMaxSec"], find: extraRuntime },
  { check: "credentials-race", verdict: "notes", since: 256, reads: ["Service.Type"], find: credentialsRace },
  {
    check: "ineffective-setting",
    verdict: "notes",
    reads: ["Service.RestartSteps", "Service.RestartMaxDelaySec"],
    find: ({ settings }) =>
      maxDelay(settings) === "infinity" && steps(settings) > 0n
        ? useless(settings, "RestartSteps", "RestartSteps= does nothing without RestartMaxDelaySec=")
        : undefined,
  },
  {
    check: "ineffective-setting",
    verdict: "notes",
    reads: ["Service.RestartSteps", "Service.RestartMaxDelaySec"],
    find: ({ settings }) =>
      maxDelay(settings) !== "infinity" && steps(settings) === 0n
        ? useless(settings, "RestartMaxDelaySec", "RestartMaxDelaySec= does nothing without RestartSteps=")
        : undefined,
  },
  {
    check: "ineffective-setting",
    verdict: "notes",
    reads: ["Service.RestartSec", "Service.RestartMaxDelaySec"],
    find: shorterThanRestart,
  },
  {
    check: "ineffective-setting",
    verdict: "notes",
    find: ({ settings }) =>
      spanOf(settings, "RestartRandomizedDelaySec", 0n) === "infinity"
        ? useless(settings, "RestartRandomizedDelaySec", "RestartRandomizedDelaySec= must not be infinity")
        : undefined,
  },
  {
    check: "ineffective-setting",
    verdict: "notes",
    reads: ["Service.RefreshOnReload", "Service.ExtensionImages", "Service.ExtensionDirectories"],
    find: refreshedExtensions,
  },
  { check: "ineffective-setting", verdict: "notes", reads: ["Service.RefreshOnReload"], find: refreshedCredentials },
];

const ignores = "systemd complains and ignores it";

function useless(settings: Settings, name: string, message: string, effect = ignores): Found | undefined {
  const at = settings.of("Service", name)?.effective.at(-1);
  return at && { message, at, effect };
}

/** One of two that only work together. */
function lonely(settings: Settings, name: string, other: string): Found | undefined {
  return isSet(settings, "Service", name) && !isSet(settings, "Service", other)
    ? useless(settings, name, `${name}= does nothing without ${other}=`)
    : undefined;
}

function oneshotRuntime(subject: Subject): Found | undefined {
  const { settings } = subject;
  return spanOf(settings, "RuntimeMaxSec", "infinity") !== "infinity" && typeOf(subject) === "oneshot"
    ? useless(
        settings,
        "RuntimeMaxSec",
        "RuntimeMaxSec= does nothing with Type=oneshot; TimeoutStartSec= limits its time",
      )
    : undefined;
}

function extraRuntime({ settings }: Subject): Found | undefined {
  return spanOf(settings, "RuntimeMaxSec", "infinity") === "infinity" &&
    spanOf(settings, "RuntimeRandomizedExtraSec", 0n) !== 0n
    ? useless(settings, "RuntimeRandomizedExtraSec", "RuntimeRandomizedExtraSec= does nothing without RuntimeMaxSec=")
    : undefined;
}

function credentialsRace(subject: Subject): Found | undefined {
  const { settings } = subject;
  if (typeOf(subject) !== "simple" || !hasCredentials(settings)) return undefined;
  const type = lastOf(settings, "Service", "Type");
  const message =
    "With Type=simple, ExecStartPost= may start before the credentials are there; Type=exec waits for them";
  const found = useless(settings, "ExecStartPost", message, "systemd complains and goes on");
  return (
    found && { ...found, remedies: type ? [{ title: "Write Type=exec", at: type, write: { value: "exec" } }] : [] }
  );
}

function shorterThanRestart({ settings }: Subject): Found | undefined {
  const most = maxDelay(settings);
  const usual = spanOf(settings, "RestartSec", 100_000n);
  if (most === "infinity" || (usual !== "infinity" && most >= usual)) return undefined;
  const told = lastOf(settings, "Service", "RestartSec");
  const message = `RestartMaxDelaySec= is shorter than RestartSec=${told === undefined ? "100ms, its default" : textOf(settings, "Service", "RestartSec")}`;
  const found = useless(settings, "RestartMaxDelaySec", message, "systemd takes it for RestartSec= too");
  return found && { ...found, related: told === undefined ? [] : [{ at: told, message: "the first delay" }] };
}

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

function maxDelay(settings: Settings): TimeSpan {
  return spanOf(settings, "RestartMaxDelaySec", "infinity");
}

function steps(settings: Settings): bigint {
  const text = textOf(settings, "Service", "RestartSteps");
  return text === undefined ? 0n : BigInt(text);
}

function spanOf(settings: Settings, name: string, otherwise: TimeSpan): TimeSpan {
  const text = textOf(settings, "Service", name);
  const read = text === undefined ? undefined : readTimeSpan(text);
  return read !== undefined && "value" in read ? read.value : otherwise;
}
