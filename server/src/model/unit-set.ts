/**
 * The units of one search path, loaded as systemd loads them, each when it is asked for.
 * systemd: unit_load(), unit_load_fragment(), merge_by_names(), src/core/{unit,load-fragment}.c
 */
import type { Catalog } from "../catalog/catalog.ts";
import type { SystemdVersion, UnitType } from "../catalog/directive.ts";
import { readUnitName } from "../values/unit-name.ts";
import { extrasOf, type UnitExtra } from "./drop-ins.ts";
import { dependsOnUnit, readOnce } from "./file-reading.ts";
import { type FoundFragment, findFragment, type NameMap, nameMap, namesOf } from "./fragment.ts";
import { refuses } from "./refusals/index.ts";
import { mergeSettings } from "./setting.ts";
import type { DependencyLink, LoadState, Unit } from "./unit.ts";
import type { UnitFile } from "./unit-file.ts";
import { type Manager, unitFileName } from "./unit-file-name.ts";
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
  const names = nameMap(folders);
  const units = new Map<string, Unit>();
  const set: UnitSet = {
    folders,
    manager,
    catalog,
    names,
    unit(name) {
      const known = units.get(name);
      if (known !== undefined) return known;
      const found = findFragment(names, name);
      const unit = found !== undefined && found.id !== name ? set.unit(found.id) : loadUnit(set, name, found);
      units.set(name, unit);
      for (const alias of unit.names) if (!units.has(alias)) units.set(alias, unit);
      return unit;
    },
  };
  return set;
}

function loadUnit(set: UnitSet, id: string, found: FoundFragment | undefined): Unit {
  const { type, prefix, instance } = readUnitName(id) ?? { type: "service" as const, prefix: id, instance: undefined };
  const perpetual = isPerpetual(id, set.manager);
  const names = [...new Set([id, ...namesOf(set.names, id, found)])];
  const source = found?.entry.read();
  const masked = found?.entry.masks() === true && !perpetual;
  const fragment = source === undefined || masked ? undefined : readAs(set, found?.entry, id, type, "fragment");
  const bare = {
    id,
    names,
    type,
    prefix,
    instance: instance === "" ? undefined : instance,
    perpetual,
    ...(fragment && { fragment }),
    ...(found && { entry: found.entry }),
  };
  const load = stateOf(fragment, masked, perpetual, type);
  const readsOn = load === "loaded" || (load === "masked" && set.catalog.version < leavesMaskedSince);
  if (!readsOn) return { ...bare, load, ...nothingMore(fragment) };
  const extras = extrasOf(set.folders, names, type, "d");
  const dropIns = extras.flatMap(({ entry }) => readAs(set, entry, id, type, "drop-in") ?? []);
  const settings = mergeSettings(fragment === undefined ? dropIns : [fragment, ...dropIns]);
  const unit: Unit = { ...bare, load, dropIns, extras, links: linksOf(set, names, type), settings };
  return refuses(unit, set) ? { ...unit, load: "bad-setting" } : unit;
}

/** The release that stopped reading the drop-ins of masked units, whose dependencies counted before. */
const leavesMaskedSince: SystemdVersion = 257;

/** What stands before a fatal line still counts; drop-ins are not read. */
function nothingMore(fragment: UnitFile | undefined): Pick<Unit, "dropIns" | "extras" | "links" | "settings"> {
  return { dropIns: [], extras: [], links: [], settings: mergeSettings(fragment === undefined ? [] : [fragment]) };
}

function stateOf(fragment: UnitFile | undefined, masked: boolean, perpetual: boolean, type: UnitType): LoadState {
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

function readAs(
  { catalog, manager }: UnitSet,
  entry: UnitEntry | undefined,
  unit: string,
  type: UnitType,
  role: "fragment" | "drop-in",
): UnitFile | undefined {
  const source = entry?.read();
  if (source === undefined || entry === undefined) return undefined;
  const own = unitFileName(entry.path);
  const name = { unit, type, role, skeleton: own?.skeleton ?? false, manager };
  const shared = own !== undefined && own.role === role && own.type === type && !dependsOnUnit(source);
  return readOnce(source, shared ? { ...own, manager } : name, catalog);
}

function linksOf({ folders, catalog }: UnitSet, names: readonly string[], type: UnitType): DependencyLink[] {
  return linkKinds.flatMap(({ suffix, kind, since }) =>
    catalog.version < since
      ? []
      : extrasOf(folders, names, type, suffix).flatMap(extra =>
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
