/** The units of one search path, loaded as systemd loads them, each when it is asked for. systemd: src/core/{unit,manager}.c */
import type { Catalog } from "../catalog/catalog.ts";
import type { SourceFile } from "../text/source-file.ts";
import { findFragment, type NameMap, nameMap } from "./fragment.ts";
import { isMask, type LoadContext, loadUnit } from "./load-unit.ts";
import { type LowerSet, lowerSet, ownedNames, sharedUnit } from "./lower-set.ts";
import type { Unit } from "./unit.ts";
import type { Manager } from "./unit-file-name.ts";
import type { UnitEntry, UnitFolder } from "./unit-folder.ts";

/** All units of a search path. */
export interface UnitSet {
  readonly folders: readonly UnitFolder[];
  readonly manager: Manager;
  readonly catalog: Catalog;
  /** Which names there are, templates and aliases among them. */
  readonly names: NameMap;
  /** The unit of a name that is no template: the same object for all its names. It may be `not-found`. */
  unit(name: string): Unit;
}

/** Opens the units of some folders, the highest rank first. Sets share what they have of the same stock folder. */
export function openUnitSet(folders: readonly UnitFolder[], manager: Manager, catalog: Catalog): UnitSet {
  const last = folders.at(-1);
  const isAbove = last?.role === "stock" && folders.length > 1;
  const below = isAbove ? lowerSet(stockSet(last, manager, catalog), folders.slice(0, -1)) : undefined;
  return openWith(
    { folders, manager, catalog, names: nameMap(folders) },
    { ...newState(folders), ...(below && { below }) },
  );
}

function stockSet(folder: UnitFolder, manager: Manager, catalog: Catalog): UnitSet {
  const known = stockSets.get(catalog)?.get(folder);
  if (known !== undefined) return known;
  const set = openUnitSet([folder], manager, catalog);
  stockSets.set(catalog, (stockSets.get(catalog) ?? new WeakMap()).set(folder, set));
  return set;
}

const stockSets = new WeakMap<Catalog, WeakMap<UnitFolder, UnitSet>>();

function newState(folders: readonly UnitFolder[]): State {
  return { units: new Map(), texts: new Map(), readers: new WeakMap(), owned: ownedNames(folders) };
}

/** `changeTexts` for one text. */
export function changeText(set: UnitSet, before: SourceFile, after: SourceFile): UnitSet {
  return changeTexts(set, new Map([[before, after]]));
}

/**
 * The same units after some texts took the places of others; all that do not depend on them are the same objects. The folders may hold the
 * old texts or the new ones. The set itself forgets where it came from, so that no chain of sets is kept.
 */
export function changeTexts(set: UnitSet, changes: ReadonlyMap<SourceFile, SourceFile>): UnitSet {
  const state = stateOf(set);
  const { units, below } = state;
  const heldFor = new Map([...state.texts].map(([held, current]) => [current, held]));
  const texts = new Map(state.texts);
  const replaced = new Set<SourceFile>();
  const held = new Set<SourceFile>(changes.values());
  for (const [before, after] of changes) {
    const original = heldFor.get(before) ?? before;
    texts.set(original, after);
    replaced.add(before);
    held.add(original);
  }
  const changed = new Set<string>();
  for (const id of [...replaced, ...held].flatMap(text => [...(state.readers.get(text) ?? [])])) {
    const unit = units.get(id) ?? below?.set.unit(id);
    if (unit !== undefined && reads(unit, replaced, held)) for (const name of unit.names) changed.add(name);
  }
  const kept = new Map(units);
  for (const name of changed) kept.delete(name);
  const differs = below && new Set([...below.differs, ...changed]);
  const changedSet = openWith(set, {
    ...state,
    units: kept,
    texts,
    ...(below && differs && { below: { ...below, differs } }),
  });
  changesBefore.delete(set);
  changesBefore.set(changedSet, { from: set, names: changed });
  return changedSet;
}

/** The same units with a further folder above all others; what it does not concern are the same objects. */
export function withFolder(set: UnitSet, folder: UnitFolder): UnitSet {
  const folders = [folder, ...set.folders];
  const { catalog, manager } = set;
  const { texts, readers, ask } = stateOf(set);
  return openWith(
    { folders, manager, catalog, names: nameMap(folders) },
    { ...newState(folders), texts, readers, below: lowerSet(set, [folder]), ...(ask && { ask }) },
  );
}

/** The same units, telling the names of all that are asked for, also of sets that are made from it. */
export function watchedSet(set: UnitSet, ask: (name: string) => void): UnitSet {
  return openWith(set, { ...stateOf(set), ask });
}

/** The text of an entry in a set, of which the folder may hold another; undefined where it cannot be read. */
export function currentText(set: UnitSet, entry: UnitEntry): SourceFile | undefined {
  const held = entry.read();
  return held && (stateOf(set).texts.get(held) ?? held);
}

/** Whether an entry masks with the text that it has in a set. */
export function masksIn(set: UnitSet, entry: UnitEntry): boolean {
  return isMask(entry, stateOf(set).texts);
}

function stateOf(set: UnitSet): State {
  const state = states.get(set);
  if (state === undefined) throw new RangeError("a set that was not opened");
  return state;
}

/** Where a set comes from that `changeTexts` made, and the names of the units that may differ; undefined for others. */
export function changeOf(set: UnitSet): UnitChange | undefined {
  return changesBefore.get(set);
}

/** Apart from the states, which the sets themselves hold. */
const changesBefore = new WeakMap<UnitSet, UnitChange>();

/** What changed between two sets. */
export interface UnitChange {
  readonly from: UnitSet;
  readonly names: ReadonlySet<string>;
}

/** What was loaded so far, and what with. */
interface State extends LoadContext {
  readonly units: Map<string, Unit>;
  /** Which units were ever loaded from a text. */
  readonly readers: WeakMap<SourceFile, Set<string>>;
  /** Hears of each name that is asked for. */
  readonly ask?: (name: string) => void;
  readonly below?: LowerSet;
}

const states = new WeakMap<UnitSet, State>();

function openWith({ folders, manager, catalog, names }: Omit<UnitSet, "unit">, state: State): UnitSet {
  const { units, ask, below } = state;
  const set: UnitSet = {
    folders,
    manager,
    catalog,
    names,
    unit(name) {
      ask?.(name);
      const known = units.get(name);
      if (known !== undefined) return known;
      const shared = below && sharedUnit(below, name);
      if (shared !== undefined) {
        for (const alias of shared.names) units.set(alias, shared);
        return shared;
      }
      const found = findFragment(names, name);
      const isAlias = found !== undefined && found.id !== name;
      const unit = isAlias ? set.unit(found.id) : loadUnit(set, stateOf(set), name, found);
      units.set(name, unit);
      enterReader(state.readers, unit);
      for (const alias of unit.names) if (!units.has(alias)) units.set(alias, unit);
      return unit;
    },
  };
  states.set(set, state);
  return set;
}

function enterReader(readers: State["readers"], { id, fragment, dropIns, entry }: Unit): void {
  const found = fragment === undefined ? entry?.read() : fragment.source;
  for (const text of [found, ...dropIns.map(({ source }) => source)]) {
    if (text !== undefined) readers.set(text, (readers.get(text) ?? new Set()).add(id));
  }
}

/** Whether a unit rests on one of some texts; one without a fragment may be masked by an empty one, which is what its entry holds. */
function reads(
  { fragment, dropIns, entry }: Unit,
  texts: ReadonlySet<SourceFile>,
  held: ReadonlySet<SourceFile>,
): boolean {
  if (fragment !== undefined && texts.has(fragment.source)) return true;
  if (dropIns.some(({ source }) => texts.has(source))) return true;
  const found = fragment === undefined ? entry?.read() : undefined;
  return found !== undefined && held.has(found);
}
