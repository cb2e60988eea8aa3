/** Reads each file once for each unit that it serves. */
import type { Catalog } from "../catalog/catalog.ts";
import type { UnitSyntax } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import { parseUnitFile, readUnitFile, type UnitFile } from "./unit-file.ts";
import type { UnitFileName } from "./unit-file-name.ts";

interface Readings {
  readonly syntax: UnitSyntax;
  readonly files: WeakMap<Catalog, Map<string, UnitFile>>;
}

const readings = new WeakMap<SourceFile, Readings>();

/** What `readUnitFile` gives, and the same object for the same question. */
export function readOnce(source: SourceFile, name: UnitFileName, catalog: Catalog): UnitFile {
  const known = readingsOf(source, name);
  const files = known.files.get(catalog) ?? new Map<string, UnitFile>();
  known.files.set(catalog, files);
  const key = `${name.unit} ${name.role} ${name.manager}`;
  const read = files.get(key) ?? readUnitFile(source, name, catalog, known.syntax);
  files.set(key, read);
  return read;
}

function readingsOf(source: SourceFile, name: UnitFileName): Readings {
  const known = readings.get(source);
  if (known !== undefined) return known;
  const fresh = { syntax: parseUnitFile(source, name), files: new WeakMap() };
  readings.set(source, fresh);
  return fresh;
}

/** Whether what a file says may depend on the name of the unit that it serves. */
export function dependsOnUnit({ text }: SourceFile): boolean {
  return text.includes("%") || text.includes("@.");
}
