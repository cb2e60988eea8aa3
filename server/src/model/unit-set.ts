/**
 * The units of one search path, loaded as systemd loads them, each when it is asked for.
 * systemd: unit_load(), unit_load_fragment(), merge_by_names(), src/core/{unit,load-fragment}.c
 */
import type { Catalog } from "../catalog/catalog.ts";
import type { SystemdVersion, UnitType } from "../catalog/directive.ts";
import type { SourceFile } from "../text/source-file.ts";
import { readUnitName } from "../values/unit-name.ts";
import { extrasOf, ownersOf, type UnitExtra } from "./drop-ins.ts";
import { dependsOnUnit, readOnce } from "./file-reading.ts";
import { type FoundFragment, findFragment, type NameMap, nameMap, namesOf } from "./fragment.ts";
import { refuses } from "./refusals/index.ts";
import { mergeSettings } from "./setting.ts";
import type { DependencyLink, LoadState, Unit } from "./unit.ts";
import type { UnitFile } from "./unit-file.ts";
import { type Manager, type UnitFileName, unitFileName } from "./unit-file-name.ts";
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

/** Opens the units of some folders, the highest rank first. */
export function openUnitSet(folders: readonly UnitFolder[], manager: Manager, catalog: Catalog): UnitSet {
  return openWith(
    { folders, manager, catalog, names: nameMap(folders) },
    { units: new Map(), texts: new Map(), readers: new WeakMap(), owned: ownedNames(folders) },
  );
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
  const { units } = state;
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
    const unit = units.get(id);
    if (unit !== undefined && reads(unit, replaced, held)) for (const name of unit.names) changed.add(name);
  }
  const kept = new Map(units);
  for (const name of changed) kept.delete(name);
  const changedSet = openWith(set, { ...state, units: kept, texts });
  changesBefore.delete(set);
  changesBefore.set(changedSet, { from: set, names: changed });
  return changedSet;
}

/** The same units with a further folder above all others that holds nothing but links; what they do not concern are the same objects. */
export function withLinks(set: UnitSet, links: UnitFolder): UnitSet {
  const { texts, readers, ...state } = stateOf(set);
  const folders = [links, ...set.folders];
  const concerned = new Set<string>(links.units.keys());
  for (const { link } of links.units.values()) if (link !== undefined) concerned.add(link.name);
  for (const folder of links.folders.keys()) concerned.add(folder.slice(0, folder.lastIndexOf(".")));
  const units = new Map([...state.units].filter(([, unit]) => !unit.names.some(name => concerned.has(name))));
  const { catalog, manager } = set;
  return openWith(
    { folders, manager, catalog, names: nameMap(folders) },
    { units, texts, readers, owned: ownedNames(folders), ...(state.ask && { ask: state.ask }) },
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

/** What was loaded so far, and which texts stand for those that the folders hold. */
interface State {
  readonly units: Map<string, Unit>;
  readonly texts: ReadonlyMap<SourceFile, SourceFile>;
  /** Which units were ever loaded from a text. */
  readonly readers: WeakMap<SourceFile, Set<string>>;
  /** The names for which there are folders of drop-ins or links. */
  readonly owned: ReadonlySet<string>;
  /** Hears of each name that is asked for. */
  readonly ask?: (name: string) => void;
}

function ownedNames(folders: readonly UnitFolder[]): ReadonlySet<string> {
  const names = folders.flatMap(folder => [...folder.folders.keys()]);
  return new Set(names.map(name => name.slice(0, name.lastIndexOf("."))));
}

const states = new WeakMap<UnitSet, State>();

function openWith({ folders, manager, catalog, names }: Omit<UnitSet, "unit">, state: State): UnitSet {
  const { units, ask } = state;
  const set: UnitSet = {
    folders,
    manager,
    catalog,
    names,
    unit(name) {
      ask?.(name);
      const known = units.get(name);
      if (known !== undefined) return known;
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

function loadUnit(set: UnitSet, { texts, owned }: State, id: string, found: FoundFragment | undefined): Unit {
  const { type, prefix, instance } = readUnitName(id) ?? { type: "service" as const, prefix: id, instance: undefined };
  const perpetual = isPerpetual(id, set.manager);
  const names = namesOf(set.names, id, found);
  const masked = found !== undefined && isMask(found.entry, texts) && !perpetual;
  const fragment = masked
    ? undefined
    : readAs(set, texts, found?.entry, { unit: id, type, role: "fragment" }, found?.name ?? id);
  const bare = {
    id,
    names,
    type,
    prefix,
    instance: instance === "" ? undefined : instance,
    perpetual,
    derived: {},
    ...(fragment && { fragment }),
    ...(found && { entry: found.entry }),
  };
  const load = loadStateOf(fragment, masked, perpetual, type);
  const readsOn = load === "loaded" || (load === "masked" && set.catalog.version < leavesMaskedSince);
  if (!readsOn) return { ...bare, load, ...nothingMore(fragment) };
  const owners = owned.size === 0 ? [] : ownersOf(names, type).map(list => list.filter(owner => owned.has(owner)));
  const extras = extrasOf(set.folders, owners, "d");
  const dropIns = extras.flatMap(
    ({ entry, folder }) => readAs(set, texts, entry, { unit: id, type, role: "drop-in" }, folder.slice(0, -2)) ?? [],
  );
  const settings = mergeSettings(fragment === undefined ? dropIns : [fragment, ...dropIns]);
  const unit: Unit = { ...bare, load, dropIns, extras, links: linksOf(set, owners), settings };
  return refuses(unit, set) ? { ...unit, load: "bad-setting" } : unit;
}

/** The release that stopped reading the drop-ins of masked units, whose dependencies counted before. */
const leavesMaskedSince: SystemdVersion = 257;

/** What stands before a fatal line still counts; drop-ins are not read. */
function nothingMore(fragment: UnitFile | undefined): Pick<Unit, "dropIns" | "extras" | "links" | "settings"> {
  return { dropIns: [], extras: [], links: [], settings: mergeSettings(fragment === undefined ? [] : [fragment]) };
}

function loadStateOf(fragment: UnitFile | undefined, masked: boolean, perpetual: boolean, type: UnitType): LoadState {
  if (masked) return "masked";
  if (type === "scope" && !perpetual) return "not-found";
  if (fragment === undefined) return perpetual || type === "slice" || type === "device" ? "loaded" : "not-found";
  if (fragment.stop === undefined) return "loaded";
  return fragment.stop.reason === "value" ? "bad-setting" : "error";
}

/** systemd: *_load_root_slice(), slice_load_system_slice(), mount_load_root_mount(), scope_load_init_scope() */
function isPerpetual(id: string, manager: Manager): boolean {
  if (id === "system.slice") return manager === "system";
  return id === "-.slice" || id === "-.mount" || id === "init.scope";
}

function isMask(entry: UnitEntry, texts: State["texts"]): boolean {
  const source = texts.size === 0 ? undefined : entry.read();
  const current = source && texts.get(source);
  return current === undefined ? entry.masks() : current.text === "";
}

/** What does not depend on the unit is read for the owner: the file's own name, or the one whose drop-ins its folder holds. */
function readAs(
  { catalog, manager }: UnitSet,
  texts: State["texts"],
  entry: UnitEntry | undefined,
  { unit, type, role }: Pick<UnitFileName, "unit" | "type" | "role">,
  owner: string,
): UnitFile | undefined {
  const held = entry?.read();
  if (held === undefined || entry === undefined) return undefined;
  const source = texts.get(held) ?? held;
  const skeleton =
    !entry.path.endsWith(role === "fragment" ? `.${type}` : ".conf") && unitFileName(entry.path)?.skeleton === true;
  const reader = dependsOnUnit(source) ? unit : owner;
  return readOnce(source, { unit: reader, type, role, skeleton, manager }, catalog);
}

function linksOf({ folders, catalog }: UnitSet, owners: ReturnType<typeof ownersOf>): DependencyLink[] {
  return linkKinds.flatMap(({ suffix, kind, since }) =>
    catalog.version < since
      ? []
      : extrasOf(folders, owners, suffix).flatMap(extra =>
          isDependency(extra) ? [{ kind, name: extra.name, extra }] : [],
        ),
  );
}

const linkKinds = [
  { suffix: "wants", kind: "Wants", since: 0 },
  { suffix: "requires", kind: "Requires", since: 0 },
  { suffix: "upholds", kind: "Upholds", since: 254 },
] as const;

/** Only links count, to whatever file; a link to /dev/null takes the dependency away. */
function isDependency({ name, entry }: UnitExtra): boolean {
  return entry.link !== undefined && !entry.masks() && readUnitName(name) !== undefined;
}
