/** Where a unit decides on an assessment. */
import { assignmentPlace, type Place, sectionPlace } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";
import { confiningSection } from "./confinement.ts";
import { directivesOf, type ExposureRow } from "./table.ts";

/** The last line that counts of the directives that bear on it; else the header of the section where they would stand. */
export function assessmentPlace(unit: Unit, row: ExposureRow): Place | undefined {
  const section = confiningSection(unit.type) ?? "Unit";
  const said = directivesOf(row).flatMap(name => unit.settings.of(section, name)?.effective ?? []);
  const last = said.at(-1);
  return last === undefined ? sectionPlace(unit, section) : assignmentPlace(last);
}
