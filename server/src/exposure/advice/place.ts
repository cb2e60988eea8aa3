/** Where a suggested drop-in belongs. */
import type { Unit } from "../../model/unit.ts";
import type { UnitSet } from "../../model/unit-set.ts";

/**
 * The path of a drop-in: beside the unit's file where that is a project's, else among the administrator's own, for which nothing is
 * overwritten that packages bring. One for a template serves all its instances.
 */
export function dropInPath(unit: Unit, set: UnitSet): string {
  return `${folderOf(unit, set)}/${ownerOf(unit)}.d/${dropInName(unit)}`;
}

/** `50-hardening.conf`, or the next number for which the unit has no such file yet. */
export function dropInName({ extras }: Unit): string {
  const taken = new Set(extras.map(({ name }) => name));
  let number = 50;
  while (taken.has(`${number}-hardening.conf`)) number++;
  return `${number}-hardening.conf`;
}

/** The name of the file that gives the unit: of an instance mostly its template. */
function ownerOf({ id, fragment }: Unit): string {
  return fragment?.name.unit ?? id;
}

function folderOf({ entry }: Unit, { folders, manager }: UnitSet): string {
  const home = folders.find(({ units }) => entry !== undefined && [...units.values()].includes(entry));
  if (home?.role === "given") return home.path;
  const own = folders.find(({ role, path }) => role === "config" && path.endsWith(`/etc/systemd/${manager}`));
  return own?.path ?? `/etc/systemd/${manager}`;
}
