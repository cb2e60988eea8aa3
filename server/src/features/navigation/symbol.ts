/** Which unit a name in a file means, and where else the same one is meant. */
import { extrasOf } from "../../model/drop-ins.ts";
import { findFragment } from "../../model/fragment.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { readUnitName } from "../../values/unit-name.ts";
import { type FileUri, uriOfPath } from "../../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import { targetAt } from "../target.ts";
import { type Mention, mentionsIn, mentionsOf, templateOf } from "./mentions.ts";
import { fileOfEntry } from "./place.ts";

/** A unit, template or instance, as the files of one set mean it. */
export interface UnitSymbol {
  /** As it is called where it was found. */
  readonly name: string;
  /** The name under which its files are found: that of its unit where it is an alias that no link gives yet. */
  readonly main: string;
  /** All its names, this one first; a template's instances have their own. */
  readonly names: readonly string[];
  readonly set: UnitSet;
  /** What tells its fragment from those of other units of that name: a path; undefined where no file gives it, or only the table of stock units. */
  readonly home: string | undefined;
}

/** A name in a file. */
export interface PlacedMention {
  readonly file: WorkspaceFile;
  readonly mention: Mention;
}

/** The name under the cursor, if one is there. */
export function mentionAt(file: WorkspaceFile, offset: number): Mention | undefined {
  return mentionsIn(file.unitFile).find(({ span }) => span.start <= offset && offset <= span.end);
}

/** The unit whose name is under the cursor; on a header, the unit of the file. */
export function symbolAt(snapshot: Snapshot, uri: FileUri, offset: number): UnitSymbol | undefined {
  const file = snapshot.file(uri);
  if (file === undefined) return undefined;
  const mention = mentionAt(file, offset);
  if (mention !== undefined) return symbolOf(snapshot, file, mention.name);
  return targetAt(file.unitFile, offset).is === "header" ? ownSymbol(snapshot, file) : undefined;
}

/** The unit of a file; undefined for drop-ins of a whole type. */
export function ownSymbol(snapshot: Snapshot, file: WorkspaceFile): UnitSymbol | undefined {
  const { unit, type } = file.name;
  return unit === type ? undefined : symbolOf(snapshot, file, unit);
}

/** The unit that a name means in a file. */
export function symbolOf(snapshot: Snapshot, { set }: WorkspaceFile, name: string): UnitSymbol {
  const linked = homeIn(set, name);
  const owner = linked === undefined ? aliasOwner(snapshot, set, name) : undefined;
  const home = linked ?? (owner && homeIn(set, owner));
  const main = owner ?? name;
  const names = new Set([name, ...linkedNames(set, main)]);
  if (home !== undefined) for (const alias of declaredAliases(snapshot, set, main)) names.add(alias);
  return { name, main, names: [...names], set, home };
}

/** Everywhere that the files of the workspace mention a unit, by any of its names; of a template, also its instances. */
export function mentionsOfSymbol(snapshot: Snapshot, symbol: UnitSymbol): PlacedMention[] {
  const isSame = sameUnit(symbol);
  return snapshot.files.flatMap(file => {
    const found = new Set(symbol.names.flatMap(name => mentionsOf(file, name)));
    const meant = [...found].filter(mention => isSame(file, mention.name));
    return meant.map(mention => ({ file, mention }));
  });
}

/** Whether a name in a file means a unit: it leads to the same fragment, or to none that the file could mean instead. */
export function sameUnit({ set, home }: UnitSymbol): (file: WorkspaceFile, name: string) => boolean {
  const answers = new Map<UnitSet, Map<string, boolean>>();
  return (file, name) => {
    if (file.set.manager !== set.manager) return false;
    const known = answers.get(file.set) ?? new Map<string, boolean>();
    answers.set(file.set, known);
    const found = known.has(name) ? undefined : homeIn(file.set, name);
    const answer = known.get(name) ?? (found === home || found === undefined);
    known.set(name, answer);
    return answer;
  };
}

/** The path of the fragment to which a name leads; undefined where it leads to none, or to that of a stock unit. */
export function homeIn(set: UnitSet, name: string): string | undefined {
  const entry = findFragment(set.names, name)?.entry;
  return entry === undefined || uriOfPath(entry.path) === undefined ? undefined : (entry.realPath() ?? entry.path);
}

/** The fragment and the drop-ins of a unit, made for it or its template, that lie in the workspace. */
export function filesOfSymbol(snapshot: Snapshot, { set, main }: Pick<UnitSymbol, "set" | "main">): WorkspaceFile[] {
  const entry = findFragment(set.names, main)?.entry;
  const fragment = entry && fileOfEntry(snapshot, entry);
  const owners = linkedNames(set, main).map(name => [name, templateOf(name) ?? name]);
  const dropIns = extrasOf(set.folders, owners, "d").flatMap(({ entry }) => fileOfEntry(snapshot, entry) ?? []);
  return [...(fragment === undefined ? [] : [fragment]), ...dropIns];
}

function isTemplate(name: string): boolean {
  return readUnitName(name)?.instance === "";
}

function linkedNames(set: UnitSet, name: string): readonly string[] {
  const found = findFragment(set.names, name);
  if (!isTemplate(name)) return set.unit(name).names;
  return found === undefined ? [name] : [found.name, ...(set.names.aliases.get(found.name) ?? [])];
}

/** The unit that gives itself a name by Alias=, which no link has yet. */
function aliasOwner(snapshot: Snapshot, set: UnitSet, name: string): string | undefined {
  for (const file of snapshot.files) {
    const isGiven = mentionsOf(file, name).some(({ isAlias, name: alias }) => isAlias && alias === name);
    if (isGiven && file.set === set) return file.name.unit;
  }
  return undefined;
}

function declaredAliases(snapshot: Snapshot, set: UnitSet, name: string): string[] {
  const files = filesOfSymbol(snapshot, { main: name, set });
  return files.flatMap(({ unitFile }) => mentionsIn(unitFile).flatMap(({ isAlias, name }) => (isAlias ? [name] : [])));
}
