/** Loading one unit of a set: its fragment, drop-ins and links. systemd: unit_load(), unit_load_fragment(), merge_by_names(), src/core/{unit,load-fragment}.c */
import type { SystemdVersion, UnitType } from "../catalog/directive.ts";
import type { SourceFile } from "../text/source-file.ts";
import { readUnitName } from "../values/unit-name.ts";
import { extrasOf, ownersOf, type UnitExtra } from "./drop-ins.ts";
import { dependsOnUnit, readOnce } from "./file-reading.ts";
import { type FoundFragment, namesOf } from "./fragment.ts";
import { refuses } from "./refusals/index.ts";
import { mergeSettings } from "./setting.ts";
import type { DependencyLink, LoadState, Unit } from "./unit.ts";
import type { UnitFile } from "./unit-file.ts";
import { type Manager, type UnitFileName, unitFileName } from "./unit-file-name.ts";
import type { UnitEntry } from "./unit-folder.ts";
import type { UnitSet } from "./unit-set.ts";

/** What a unit is loaded with, besides the folders. */
export interface LoadContext {
  /** Which texts stand for those that the folders hold. */
  readonly texts: ReadonlyMap<SourceFile, SourceFile>;
  /** The names for which there are folders of drop-ins or links. */
  readonly owned: ReadonlySet<string>;
}

/** The unit of a main name, whose fragment was looked up. */
export function loadUnit(
  set: UnitSet,
  { texts, owned }: LoadContext,
  id: string,
  found: FoundFragment | undefined,
): Unit {
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

/** Whether an entry masks: it leads to /dev/null, or is empty. */
export function isMask(entry: UnitEntry, texts: LoadContext["texts"]): boolean {
  const source = texts.size === 0 ? undefined : entry.read();
  const current = source && texts.get(source);
  return current === undefined ? entry.masks() : current.text === "";
}

/** What does not depend on the unit is read for the owner: the file's own name, or the one whose drop-ins its folder holds. */
function readAs(
  { catalog, manager }: UnitSet,
  texts: LoadContext["texts"],
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
