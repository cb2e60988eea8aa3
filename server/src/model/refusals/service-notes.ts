/** What systemd complains of in a service that it loads. systemd: service_verify(), src/core/service.c */
import { readTimeSpan, type TimeSpan } from "../../values/time.ts";
import { isSet, lastOf, textOf } from "../reading.ts";
import { hasCredentials } from "../service.ts";
import type { Settings } from "../setting.ts";
import type { Check, Found, Subject } from "./problem.ts";
import { typeOf } from "./service.ts";
import { reloadChecks } from "./service-reload.ts";
import { useless } from "./useless.ts";

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
  ...reloadChecks,
];

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
