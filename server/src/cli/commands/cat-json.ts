/** `unitlint cat --format json`: the files of a unit and what they come to, for programs. */
import type { PlacedAssignment, SettingAssignment } from "../../model/setting.ts";
import type { Unit } from "../../model/unit.ts";

/** A unit as a plain value: its files in order, and every assignment with whether it counts. */
export function unitJson({ id, names, load, entry, fragment, extras, settings }: Unit) {
  return {
    unit: id,
    names,
    load,
    fragment: entry === undefined ? null : { path: entry.path, text: fragment?.source.text ?? "" },
    dropIns: extras.map(({ entry, hides }) => ({
      path: entry.path,
      text: entry.masks() ? "" : (entry.read()?.text ?? ""),
      masks: entry.masks(),
      hides: hides.map(other => other.entry.path),
    })),
    settings: settings.all.map(({ section, name, assignments, effective }) => ({
      section,
      name,
      assignments: assignments.map(assignment => ({
        value: assignment.at.entry.value.text,
        ...placeOf(assignment.at),
        effective: effective.includes(assignment.at),
        ...lossOf(assignment),
      })),
    })),
  };
}

function lossOf({ loss }: SettingAssignment) {
  if (loss === undefined) return {};
  return loss.reason === "refused" ? { lost: "refused" } : { lost: loss.reason, by: placeOf(loss.by) };
}

function placeOf({ file: { source }, entry }: PlacedAssignment) {
  return { path: source.path, line: source.position(entry.key.span.start).line };
}
