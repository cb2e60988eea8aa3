/** The units whose exposure is asked for: by name out of a system, or all services of a project's files. */
import type { Catalog } from "../catalog/catalog.ts";
import { judgedName } from "../lint/world.ts";
import { ownNames } from "../model/own-units.ts";
import { stockFolder } from "../model/stock-folder.ts";
import type { Unit } from "../model/unit.ts";
import { type Manager, unitFileName } from "../model/unit-file-name.ts";
import { openUnitSet, type UnitSet } from "../model/unit-set.ts";
import { diskHost } from "../platform/disk-host.ts";
import { gitIgnore } from "../platform/git-ignore.ts";
import { SourceFile } from "../text/source-file.ts";
import { discover } from "../workspace/discover.ts";
import type { FoundFile, InputError } from "../workspace/discovery.ts";
import { isMask } from "../workspace/harvest.ts";
import { unitTextOf } from "../workspace/read-text.ts";
import { newSources, type Sources } from "../workspace/sources.ts";
import { groupUnits, type LintFile } from "../workspace/unit-groups.ts";
import { namedUnit, openWithStock } from "./opened-units.ts";
import { printable } from "./terminal.ts";
import { openPlaces } from "./unit-places.ts";
import { readUnitWords } from "./unit-words.ts";

/** A unit that is to be assessed, with the units around it. */
export interface ExposedUnit {
  readonly unit: Unit;
  readonly set: UnitSet;
  /** Whether it was named, not met in a folder. */
  readonly named: boolean;
}

/** What was found, and what was asked for in vain. */
export interface ExposedUnits {
  readonly units: readonly ExposedUnit[];
  /** One line each, no final period. */
  readonly problems: readonly string[];
  /** What could not be read so far. */
  readonly unread: () => readonly InputError[];
}

/** Where to look. */
export interface ExposedPlaces {
  readonly units: readonly string[];
  readonly root: readonly string[];
  readonly unitPath: readonly string[];
  readonly user: boolean;
}

/** Opens them; without words, the services of this folder or, with --root or --unit-path, all that lie there. */
export function openExposed(places: ExposedPlaces, catalog: Catalog): ExposedUnits {
  const besides = places.root.length > 0 || places.unitPath.length > 0;
  const words = places.units.length === 0 && !besides ? ["."] : places.units;
  const { units, paths } = readUnitWords(words, diskHost.kind, besides);
  const isFile = new Set(paths.map(path => unitFileName(path)?.unit));
  const byName = paths.length === 0 ? units : units.filter(unit => !isFile.has(unit));
  const ofProject = paths.length === 0 ? nothing : projectUnits(paths, places.user, catalog);
  const ofSystem = byName.length === 0 && paths.length > 0 ? nothing : systemUnits(byName, places, catalog);
  return {
    units: [...ofProject.units, ...ofSystem.units],
    problems: [...ofProject.problems, ...ofSystem.problems],
    unread: () => [...ofProject.unread(), ...ofSystem.unread()],
  };
}

const nothing: ExposedUnits = { units: [], problems: [], unread: () => [] };

function systemUnits(names: readonly string[], places: ExposedPlaces, catalog: Catalog): ExposedUnits {
  const { folders, manager, unread } = openPlaces({ ...places, paths: [] });
  const set = openWithStock(folders, manager, catalog, () => stockFolder(catalog.version, manager));
  if (names.length === 0) return { units: servicesOf(set), problems: [], unread };
  const found = names.map(name => namedUnit(set, name));
  return {
    units: found.flatMap(one => ("name" in one ? [{ unit: set.unit(one.name), set, named: true }] : [])),
    problems: found.flatMap(one => ("problem" in one ? [one.problem] : [])),
    unread,
  };
}

function servicesOf(set: UnitSet): readonly ExposedUnit[] {
  const units = new Set(
    ownNames(set)
      .filter(isService)
      .map(name => set.unit(name)),
  );
  return [...units].map(unit => ({ unit, set, named: false }));
}

function isService(name: string): boolean {
  return name.endsWith(".service");
}

/** Files of one folder belong together, as when they are linted. */
function projectUnits(paths: readonly string[], isUser: boolean, catalog: Catalog): ExposedUnits {
  const { files, errors } = discover(diskHost, paths, { ignoreRules: gitIgnore });
  const explicit = new Set(files.filter(file => file.explicit).map(({ path }) => path));
  const sources = newSources();
  const read = files.flatMap(file => readFile(file, isUser, sources));
  const groups = groupUnits(diskHost, read, sources, () => []);
  const namedUnits = new Set(read.filter(({ source }) => explicit.has(source.path)).map(({ name }) => name.unit));
  const units = groups.flatMap(({ folders, manager, fragments }) => {
    const set = openUnitSet([...folders, stockFolder(catalog.version, manager)], manager, catalog);
    const owned = [...namedUnits].filter(name => folders[0]?.units.has(name) === true);
    const names = new Set([...fragments.filter(name => isService(name) || namedUnits.has(name)), ...owned]);
    return [...names].map(name => ({ unit: set.unit(judgedName(name, set)), set, named: namedUnits.has(name) }));
  });
  const masks = paths.filter(path => isMask(diskHost, path)).map(path => `${printable(path)} masks its unit`);
  return { units, problems: masks, unread: () => [...errors, ...sources.unread()] };
}

function readFile({ path, name, bytes }: FoundFile, isUser: boolean, sources: Sources): LintFile[] {
  if (name === undefined) return [];
  const outcome = bytes === undefined ? diskHost.read(path) : { bytes };
  if ("problem" in outcome) {
    sources.miss(path, outcome.problem);
    return [];
  }
  const read = unitTextOf(outcome.bytes);
  if ("problem" in read) {
    sources.miss(path, read.problem);
    return [];
  }
  const manager: Manager = isUser ? "user" : name.manager;
  return [{ source: new SourceFile(path, read.text), name: { ...name, manager }, lone: false }];
}
