/** A folder of units that lies on no disk: texts by their paths. */
import type { SourceFile } from "../text/source-file.ts";
import { readUnitName } from "../values/unit-name.ts";
import { unitFileName } from "./unit-file-name.ts";
import type { FolderRole, UnitEntry, UnitFolder } from "./unit-folder.ts";

/**
 * Makes a folder of files by their paths in it: `app.service`, `app.service.d/x.conf`, `boot.target.wants/app.service`. A text that is
 * nothing but `-> TARGET` is a link.
 */
export function virtualFolder(
  path: string,
  role: FolderRole,
  files: Iterable<readonly [path: string, source: SourceFile]>,
): UnitFolder {
  const units = new Map<string, UnitEntry>();
  const folders = new Map<string, Map<string, UnitEntry>>();
  const all = new Map(files);
  for (const [name, source] of all) {
    const slash = name.lastIndexOf("/");
    const entry = entryOf(name, source, all);
    if (slash < 0) units.set(unitOf(name), entry);
    else {
      const owner = name.slice(0, slash);
      const known = folders.get(owner) ?? new Map<string, UnitEntry>();
      folders.set(owner, known.set(name.slice(slash + 1), entry));
    }
  }
  return { path, role, volatile: false, units, folders };
}

function unitOf(name: string): string {
  return readUnitName(name) === undefined ? (unitFileName(name)?.unit ?? name) : name;
}

function entryOf(name: string, source: SourceFile, all: ReadonlyMap<string, SourceFile>): UnitEntry {
  const target = linkPattern.exec(source.text)?.[1];
  if (target === undefined)
    return { path: source.path, masks: () => source.text === "", realPath: () => undefined, read: () => source };
  const last = target.slice(target.lastIndexOf("/") + 1);
  const file = all.get(last);
  const alias = !name.includes("/") && !target.startsWith("/");
  return {
    path: source.path,
    link: { target, name: last, alias },
    masks: () => target === "/dev/null" || file?.text === "",
    realPath: () => undefined,
    read: () => file,
  };
}

const linkPattern = /^-> (\S+)\n?$/;
