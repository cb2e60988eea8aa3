/** Guesses what kind of unit a text is that no name tells. */
import type { Catalog } from "../catalog/catalog.ts";
import type { UnitType } from "../catalog/directive.ts";
import type { UnitFileName } from "../model/unit-file-name.ts";

/** A name by the sections in a text, for a path that names no unit; nobody says what it is called. */
export function guessName(path: string, text: string, catalog: Catalog): UnitFileName {
  const type = guessType(text, catalog) ?? "service";
  const role = path.endsWith(".conf") ? "drop-in" : "fragment";
  return { unit: `${unitStem(path)}.${type}`, type, role, skeleton: false, manager: "system" };
}

/** The type whose own section comes first; undefined where none does. */
export function guessType(text: string, catalog: Catalog): UnitType | undefined {
  for (const [, section = ""] of text.matchAll(/^[ \t]*\[([A-Za-z]+)\]/gm)) {
    const types = catalog.unitTypesWith(section);
    if (types.length === 1 && types[0] !== undefined) return types[0];
  }
  return undefined;
}

/** What a unit may be called by the name of a file. */
export function unitStem(path: string): string {
  const name = path.split("/").at(-1) ?? "";
  return (
    name
      .replace(/^\.+/, "")
      .replace(/\..*$/, "")
      .replace(/[^A-Za-z0-9:_@-]/g, "_") || "stdin"
  );
}
