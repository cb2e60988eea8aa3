/** Lines that were meant to say something, and that systemd does not take or that later ones undo. */
import type { SectionName } from "../../catalog/directive.ts";
import { nearest } from "../../text/nearest.ts";
import { assignmentPlace, type Place } from "../place.ts";
import type { PlacedAssignment } from "../setting.ts";
import { swallowedBy } from "../swallowed.ts";
import type { Unit } from "../unit.ts";
import { type Block, isUnread, type UnitFile } from "../unit-file.ts";

/** The files of a unit in the order in which systemd reads them. */
export function filesOf({ fragment, dropIns }: Unit): readonly UnitFile[] {
  return fragment === undefined ? dropIns : [fragment, ...dropIns];
}

/** The one of some assignments that systemd reads last. */
export function latest(
  unit: Unit,
  assignments: readonly (PlacedAssignment | undefined)[],
): PlacedAssignment | undefined {
  const files = filesOf(unit);
  const place = ({ file }: PlacedAssignment) => files.indexOf(file);
  return assignments
    .filter(at => at !== undefined)
    .sort((a, b) => place(a) - place(b) || a.entry.span.start - b.entry.span.start)
    .at(-1);
}

/** Of some directives, the last line that clears what was said before. */
export function clearingLine(unit: Unit, section: SectionName, names: readonly string[]): PlacedAssignment | undefined {
  const said = names.flatMap(name => unit.settings.of(section, name)?.assignments ?? []);
  return latest(
    unit,
    said.filter(({ at, loss }) => loss === undefined && at.entry.value.text === "").map(({ at }) => at),
  );
}

/** Assignments of a directive that were refused for their values. */
export function refusedAssignments({ settings }: Unit, section: SectionName, name: string): readonly Place[] {
  const assignments = settings.of(section, name)?.assignments ?? [];
  return assignments.filter(({ loss }) => loss?.reason === "refused").map(({ at }) => assignmentPlace(at));
}

/** The same of several; and lines that misspell one of the names, stand in a wrong section, behind a backslash, or where systemd has stopped reading. */
export function lostAttempts(unit: Unit, section: SectionName, names: readonly string[]): readonly Place[] {
  const refused = names.flatMap(name => refusedAssignments(unit, section, name));
  return [...refused, ...filesOf(unit).flatMap(file => file.blocks.flatMap(block => lostIn(block, file, names)))];
}

function lostIn({ role, lines, assignments }: Block, file: UnitFile, names: readonly string[]): Place[] {
  if (role === "vendor") return [];
  const taken = new Set<unknown>(
    assignments.flatMap(({ entry, directive }) => (directive !== undefined && !isUnread(file, entry) ? [entry] : [])),
  );
  return lines.flatMap(line => {
    const swallowed = line.kind === "entry" ? swallowedBy(line, file) : undefined;
    if (swallowed?.key !== undefined && names.includes(swallowed.key)) return [{ file, line, span: swallowed.span }];
    if (line.kind !== "entry" || taken.has(line) || line.key.text.startsWith("X-")) return [];
    const meant = names.includes(line.key.text) || nearest(line.key.text, names) !== undefined;
    return meant ? [{ file, line, span: line.content.span }] : [];
  });
}
