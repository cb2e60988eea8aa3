/** What systemd checks in units of every type. systemd: unit_load(), unit_validate_on_termination_job_modes(), unit_add_name(), src/core/unit.c */
import { templatedTypes } from "../../catalog/unit-types.ts";
import { readTimeSpan, type TimeSpan } from "../../values/time.ts";
import { resolveTemplate } from "../dependencies/explicit.ts";
import { findFragment } from "../fragment.ts";
import { lastOf, type PlacedValue, textOf, valuesOf } from "../reading.ts";
import type { Settings } from "../setting.ts";
import { latest } from "./lost-lines.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** Before all others: only some types can be templates. */
export const nameChecks: readonly Check[] = [
  {
    check: "mount-name-mismatch",
    verdict: "refuses",
    find: subject => noTemplate(subject, ["mount", "automount", "swap"]),
  },
  { check: "invalid-slice", verdict: "refuses", find: subject => noTemplate(subject, ["slice"]) },
];

/** After all others. */
export const unitChecks: readonly Check[] = [
  { check: "isolate-needs-one-unit", verdict: "refuses", find: subject => isolation(subject, "OnSuccess") },
  { check: "isolate-needs-one-unit", verdict: "refuses", find: subject => isolation(subject, "OnFailure") },
  {
    check: "ineffective-setting",
    verdict: "notes",
    reads: ["Unit.JobTimeoutSec", "Unit.JobRunningTimeoutSec"],
    find: longerThanJob,
  },
];

function noTemplate({ unit, section }: Subject, types: readonly string[]): Found | undefined {
  if (unit.instance === undefined || !types.includes(unit.type) || templatedTypes.has(unit.type)) return undefined;
  return {
    message: `The name of a unit of type ${unit.type} must not contain @: there are no templates of this type`,
    at: section,
  };
}

function isolation(subject: Subject, name: "OnSuccess" | "OnFailure"): Found | undefined {
  const { unit, settings } = subject;
  if (name === "OnFailure" && unit.type === "slice") return undefined;
  const mode = latest(
    unit,
    [`${name}JobMode`, `${name}Isolate`].map(mode => lastOf(settings, "Unit", mode)),
  );
  const value = mode?.parsed?.value;
  if (mode === undefined || (value !== "isolate" && value !== true)) return undefined;
  const started = distinct(subject, valuesOf(settings, "Unit", name));
  const second = started[1];
  if (second === undefined) return undefined;
  return {
    message: `${mode.entry.key.text}=${mode.entry.value.text} allows one unit in ${name}=, but it names ${started.length}`,
    at: second.at,
    part: { word: second.value },
    related: [{ at: mode, message: "lets nothing else run" }],
  };
}

/** One value for each unit; names of the same unit count once, and the unit itself does not. */
function distinct({ unit, names }: Subject, values: readonly PlacedValue[]): readonly PlacedValue[] {
  const byId = new Map<string, PlacedValue>();
  for (const value of values) {
    const name = resolveTemplate(value.value, unit);
    const id = findFragment(names, name)?.id ?? name;
    if (!byId.has(id) && !unit.names.includes(id)) byId.set(id, value);
  }
  return [...byId.values()];
}

/** JobTimeoutSec= alone sets both. systemd: config_parse_job_timeout_sec() */
function longerThanJob({ settings }: Subject): Found | undefined {
  const at = lastOf(settings, "Unit", "JobRunningTimeoutSec");
  const running = spanOf(settings, "JobRunningTimeoutSec");
  const whole = spanOf(settings, "JobTimeoutSec");
  if (at === undefined || running === "infinity" || whole === "infinity" || running <= whole) return undefined;
  const related = lastOf(settings, "Unit", "JobTimeoutSec");
  return {
    message: "JobRunningTimeoutSec= does nothing where JobTimeoutSec= is shorter",
    at,
    effect: "systemd complains; the shorter time ends the job",
    related: related === undefined ? [] : [{ at: related, message: "ends the job first" }],
  };
}

function spanOf(settings: Settings, name: string): TimeSpan {
  const text = textOf(settings, "Unit", name);
  const read = text === undefined ? undefined : readTimeSpan(text);
  return read !== undefined && "value" in read ? read.value : "infinity";
}
