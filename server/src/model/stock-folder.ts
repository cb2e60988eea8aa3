/** The units that systemd and distributions ship, as the last folder of a search path: no disk is behind it. */
import type { SystemdVersion } from "../catalog/directive.ts";
import { remember } from "../catalog/lazy.ts";
import {
  type DistributionUnit,
  distributionUnits,
  type StockFile,
  stockUnits,
  stockVersion,
} from "../catalog/stock-units.ts";
import { SourceFile } from "../text/source-file.ts";
import type { Manager } from "./unit-file-name.ts";
import type { UnitEntry, UnitFolder } from "./unit-folder.ts";

/** The folder for a release and a manager, the same object each time. Where systemd and distributions have a name, systemd's counts. */
export function stockFolder(version: SystemdVersion, manager: Manager): UnitFolder {
  return folderAt(`${stockVersion(version)} ${manager}`);
}

const folderAt = remember((key: string): UnitFolder => {
  const [version = "", manager] = key.split(" ");
  const whose = manager === "user" ? "user" : "system";
  const path = whose === "user" ? `systemd ${version} --user` : `systemd ${version}`;
  const files = new Map(distributionUnits(whose).map(unit => [unit.name, fileOf(unit, "distributions")]));
  for (const file of stockUnits(Number(version), whose)) files.set(file.name, { ...file, path });
  return folderOf(path, files);
});

type PlacedFile = StockFile & { readonly path: string };

function fileOf(unit: DistributionUnit, path: string): PlacedFile {
  const { name } = unit;
  if ("link" in unit) return { name, link: unit.link, path };
  return { name, text: unit.text ?? (name.endsWith(".service") ? "[Service]\nExecStart=/bin/true\n" : ""), path };
}

function folderOf(path: string, files: ReadonlyMap<string, PlacedFile>): UnitFolder {
  const units = new Map<string, UnitEntry>();
  const folders = new Map<string, Map<string, UnitEntry>>();
  const reads = new Map<string, () => SourceFile | undefined>();
  for (const file of files.values()) {
    const slash = file.name.indexOf("/");
    const entries = slash < 0 ? units : (folders.get(file.name.slice(0, slash)) ?? new Map<string, UnitEntry>());
    if (slash >= 0) folders.set(file.name.slice(0, slash), entries);
    entries.set(file.name.slice(slash + 1), entryOf(file, reads));
  }
  return { path, role: "stock", volatile: false, units, folders };
}

/** Links share the text of what they lead to. */
function entryOf(file: PlacedFile, reads: Map<string, () => SourceFile | undefined>): UnitEntry {
  const path = `${file.path}/${file.name}`;
  if ("link" in file) {
    const link = { target: (file.name.includes("/") ? "../" : "") + file.link, name: file.link, alias: true };
    return { path, link, masks: () => false, realPath: () => undefined, read: () => reads.get(file.link)?.() };
  }
  let source: SourceFile | undefined;
  const read = () => {
    source ??= new SourceFile(path, file.text);
    return source;
  };
  reads.set(file.name, read);
  return { path, masks: () => false, realPath: () => undefined, read };
}
