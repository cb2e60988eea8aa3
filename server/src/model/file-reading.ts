/** Reads each file once for each unit that it serves. */
import type { Catalog } from "../catalog/catalog.ts";
import type { UnitSyntax } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import { parseUnitFile, readUnitFile, type UnitFile } from "./unit-file.ts";
import type { UnitFileName } from "./unit-file-name.ts";

interface Readings {
  readonly syntax: UnitSyntax;
  /** Few: one for each target and each unit that the text serves in a way of its own. */
  readonly files: UnitFile[];
}

const readings = new WeakMap<SourceFile, Readings>();

/** What `readUnitFile` gives, and the same object for the same question. */
export function readOnce(source: SourceFile, name: UnitFileName, catalog: Catalog): UnitFile {
  const known = readingsOf(source, name);
  const found = known.files.find(file => file.catalog === catalog && isSameName(file.name, name));
  if (found !== undefined) return found;
  const read = readUnitFile(source, name, catalog, known.syntax);
  known.files.push(read);
  return read;
}

function isSameName(a: UnitFileName, b: UnitFileName): boolean {
  return a.unit === b.unit && a.role === b.role && a.manager === b.manager;
}

function readingsOf(source: SourceFile, name: UnitFileName): Readings {
  const known = readings.get(source);
  if (known !== undefined) return known;
  const fresh = { syntax: parseUnitFile(source, name), files: [] };
  readings.set(source, fresh);
  return fresh;
}

/** Whether what a file says may depend on the name of the unit that it serves. */
export function dependsOnUnit({ text }: SourceFile): boolean {
  return text.includes("%") || text.includes("@.");
}
