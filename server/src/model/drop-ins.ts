/** Which drop-ins and dependency links belong to a unit, and in which order. systemd: unit_file_find_dropin_paths(), src/shared/dropin.c */
import type { UnitType } from "../catalog/directive.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";
import type { UnitEntry, UnitFolder } from "./unit-folder.ts";

/** A file that counts for a unit, with the folder that holds it. */
export interface UnitExtra {
  /** The file's name, by which all are sorted. */
  readonly name: string;
  readonly entry: UnitEntry;
  /** The name of the folder: `app-.service.d`, `multi-user.target.wants`. */
  readonly folder: string;
  /** The folder of the search path. */
  readonly within: UnitFolder;
  /** Those of the same name that it hides, in their order. */
  readonly hides: readonly UnitExtra[];
}

/**
 * The names whose folders count for a unit, the most specific first: the name itself, its template, and the prefixes of both that end
 * in a dash (`a-b-c.service`, `a-b-.service`, `a-.service`).
 */
export function dropInNames(name: string): readonly string[] {
  const parts = readUnitName(name);
  if (parts === undefined) return [name];
  const names = [name];
  const instanced = parts.instance !== undefined && parts.instance !== "";
  if (instanced) names.push(...dropInNames(withInstance(parts, "")));
  const shorter = shorterPrefix(parts.prefix);
  if (shorter === undefined) return names;
  const next = instanced
    ? withInstance({ ...parts, prefix: shorter }, parts.instance ?? "")
    : `${shorter}.${parts.type}`;
  return [...new Set([...names, ...dropInNames(next)])];
}

/** Up to its last dash, which is kept; a dash at the end is passed over once. */
function shorterPrefix(prefix: string): string | undefined {
  let rest = prefix;
  for (let chopped = false; ; chopped = true) {
    const dash = rest.lastIndexOf("-");
    if (dash <= 0) return undefined;
    if (dash < rest.length - 1 || chopped) return rest.slice(0, dash + 1);
    rest = rest.slice(0, dash);
  }
}

/** The names whose folders count for a unit, by each of its own names and at last by its type. */
export function ownersOf(names: readonly string[], type: UnitType): readonly (readonly string[])[] {
  return [...names.map(dropInNames), [type]];
}

/** The files in the folders `OWNER.d` of all owners, in the order in which systemd reads them. */
export function extrasOf(
  folders: readonly UnitFolder[],
  ownersByName: readonly (readonly string[])[],
  suffix: "d" | "wants" | "requires" | "upholds",
): readonly UnitExtra[] {
  const found = new Map<string, UnitExtra[]>();
  for (const owners of ownersByName) {
    for (const within of folders) {
      if (within.folders.size === 0) continue;
      for (const owner of owners) takeFolder(found, within, `${owner}.${suffix}`, suffix === "d");
    }
  }
  return [...found.values()].map(shown).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function takeFolder(found: Map<string, UnitExtra[]>, within: UnitFolder, folder: string, onlyConf: boolean): void {
  within.unlisted?.get(folder)?.();
  for (const [name, entry] of within.folders.get(folder) ?? []) {
    if (onlyConf && !name.endsWith(".conf")) continue;
    const extra: UnitExtra = { name, entry, folder, within, hides: [] };
    const rivals = found.get(name);
    if (rivals === undefined) found.set(name, [extra]);
    else if (!rivals.some(rival => rival.entry === entry)) rivals.push(extra);
  }
}

function shown([first, ...hides]: UnitExtra[]): UnitExtra {
  if (first === undefined) throw new RangeError("a name without files");
  return hides.length === 0 ? first : { ...first, hides };
}
