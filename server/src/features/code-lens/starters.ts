/** Who starts a unit: lines and links of other units, and what its own [Install] asks for. */

import { judgedName } from "../../lint/world.ts";
import { resolveTemplate } from "../../model/dependencies/explicit.ts";
import { derive } from "../../model/derived.ts";
import { valuesOf } from "../../model/reading.ts";
import type { Unit } from "../../model/unit.ts";
import { changeOf, type UnitSet } from "../../model/unit-set.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";

/** Names of units, each list sorted. */
export interface Starters {
  /** Those whose lines or links pull the unit in, or that trigger it. */
  readonly now: readonly string[];
  /** Those that would, were the unit enabled. */
  readonly enabled: readonly string[];
}

/** The units that start the unit of a file, among the files of its set; of a template, those that start any instance. */
export function startersOf({ unit, set, unitFile }: WorkspaceFile): Starters {
  if (unit === undefined) return { now: [], enabled: [] };
  const names = searchedNames(unit, unitFile.name.unit);
  const byLine = names.flatMap(name => indexOf(set).starters.get(name) ?? []);
  const now = new Set([...byLine, ...linkersOf(names, set), ...triggersOf(unit, set)]);
  for (const own of [...names, unitFile.name.unit]) now.delete(own);
  const asked = installs.flatMap(key => valuesOf(unit.settings, "Install", key).map(({ value }) => value));
  return { now: [...now].sort(), enabled: [...new Set(asked)].filter(name => !now.has(name)).sort() };
}

const installs = ["WantedBy", "RequiredBy", "UpheldBy"] as const;
const pulls = ["Wants", "Requires", "BindsTo", "Upholds"] as const;
const triggers = [
  ["Path", "Unit"],
  ["Timer", "Unit"],
  ["Socket", "Service"],
] as const;

/** All its names, and the one under which a template stands for its instance; of a template, that of any instance. */
function searchedNames({ names, id, instance }: Unit, file: string): readonly string[] {
  const parts = instance === undefined ? undefined : readUnitName(id);
  if (parts === undefined) return names;
  const template = withInstance(parts, "");
  return file === template ? [template, anyOf(template)] : [...names, template];
}

/** What stands for all instances of a template. */
function anyOf(template: string): string {
  return `any ${template}`;
}

/** A name and, for an instance, that of any. */
function keysOf(name: string): readonly string[] {
  const parts = readUnitName(name);
  return parts?.instance ? [name, anyOf(withInstance(parts, ""))] : [name];
}

/** Who starts whom among the units of a set that somebody wrote. */
interface StarterIndex {
  /** By the name of a unit, those that start it. */
  readonly starters: ReadonlyMap<string, readonly string[]>;
  /** By the name of a unit, those that it starts. */
  readonly started: ReadonlyMap<string, readonly string[]>;
}

const nothing: StarterIndex = { starters: new Map(), started: new Map() };
const indices = new WeakMap<UnitSet, StarterIndex>();

/** Looked up in all units once; after a change, in those that changed. */
function indexOf(set: UnitSet): StarterIndex {
  const known = indices.get(set);
  if (known !== undefined) return known;
  const change = changeOf(set);
  const before = change === undefined ? undefined : indices.get(change.from);
  const names = change === undefined || before === undefined ? writtenNames(set) : [...change.names];
  const index = updated(before ?? nothing, new Set(names.map(name => set.unit(name))));
  indices.set(set, index);
  return index;
}

/** Templates as the instance that they are judged as. */
function writtenNames(set: UnitSet): readonly string[] {
  return set.folders
    .filter(({ role }) => role !== "stock")
    .flatMap(({ units }) => [...units.keys()].map(name => judgedName(name, set)));
}

function updated(before: StarterIndex, units: ReadonlySet<Unit>): StarterIndex {
  const starters = new Map(before.starters);
  const started = new Map(before.started);
  for (const unit of units) {
    const name = writtenName(unit);
    const keys = [...new Set(startedBy(unit).flatMap(keysOf))];
    for (const key of before.started.get(name) ?? [])
      starters.set(
        key,
        (starters.get(key) ?? []).filter(other => other !== name),
      );
    for (const key of keys) starters.set(key, [...(starters.get(key) ?? []), name]);
    started.set(name, keys);
  }
  return { starters, started };
}

/** The name of the file that gives a unit. */
function writtenName({ id, fragment, entry }: Unit): string {
  const parts = readUnitName(id);
  const template = parts?.instance ? withInstance(parts, "") : undefined;
  return template !== undefined && fragment !== undefined && entry?.path.endsWith(`/${template}`) === true
    ? template
    : id;
}

/** A template's own instance is anybody's, so that it starts any instance of another template. */
function startedBy(unit: Unit): readonly string[] {
  return derive(unit, "starts", () => {
    const generic = writtenName(unit) !== unit.id;
    const names = [
      ...pulls.flatMap(key => valuesOf(unit.settings, "Unit", key)),
      ...triggers.flatMap(([section, key]) => valuesOf(unit.settings, section, key)),
    ].map(({ value }) => value);
    return generic ? names : names.map(name => resolveTemplate(name, unit));
  });
}

/** The units in whose folders `.wants`, `.requires` or `.upholds` a link stands. */
function linkersOf(names: readonly string[], { folders }: UnitSet): readonly string[] {
  const isMeant = (name: string) => keysOf(name).some(key => names.includes(key));
  return folders.flatMap(folder =>
    [...folder.folders].flatMap(([name, entries]) =>
      /\.(?:wants|requires|upholds)$/.test(name) && [...entries.keys()].some(isMeant)
        ? [name.slice(0, name.lastIndexOf("."))]
        : [],
    ),
  );
}

/** Timers, paths and sockets start the service of their own name, unless they say otherwise. */
function triggersOf({ id, type }: Unit, set: UnitSet): readonly string[] {
  if (type !== "service") return [];
  const stem = id.slice(0, id.lastIndexOf("."));
  return ["path", "socket", "timer"].flatMap(kind => {
    const unit = set.unit(`${stem}.${kind}`);
    const named =
      unit.type === "socket"
        ? unit.settings.of("Socket", "Service")
        : unit.settings.of(kind === "timer" ? "Timer" : "Path", "Unit");
    return unit.load === "loaded" && named === undefined ? [unit.id] : [];
  });
}
