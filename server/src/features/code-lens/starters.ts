/** Who starts a unit: lines and links of other units, and what its own [Install] asks for. */

import { resolveTemplate } from "../../model/dependencies/explicit.ts";
import { derive } from "../../model/derived.ts";
import { valuesOf } from "../../model/reading.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";

/** Names of units, each list sorted. */
export interface Starters {
  /** Those whose lines or links pull the unit in, or that trigger it. */
  readonly now: readonly string[];
  /** Those that would, were the unit enabled. */
  readonly enabled: readonly string[];
}

/** The units that start the unit of a file, among the files of its set; of a template, those that start any instance. */
export function startersOf({ unit, set, unitFile }: WorkspaceFile, snapshot: Snapshot): Starters {
  if (unit === undefined) return { now: [], enabled: [] };
  const names = searchedNames(unit, unitFile.name.unit);
  const byLine = names.flatMap(name => linesFor(snapshot, set).get(name) ?? []);
  const now = new Set([...byLine, ...linkersOf(names, set), ...triggersOf(unit, set)]);
  for (const own of [...names, unitFile.name.unit]) now.delete(own);
  const asked = installs.flatMap(key => valuesOf(unit.settings, "Install", key).map(({ value }) => value));
  return { now: [...now].sort(), enabled: [...new Set(asked)].filter(name => !now.has(name)).sort() };
}

const installs = ["WantedBy", "RequiredBy", "UpheldBy"] as const;
const pulls: ReadonlySet<string> = new Set(["Wants", "Requires", "BindsTo", "Upholds"]);
const triggers: ReadonlySet<string> = new Set(["Path.Unit", "Timer.Unit", "Socket.Service"]);

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

type Lines = ReadonlyMap<string, readonly string[]>;

const linesBySet = new WeakMap<UnitSet, Lines>();

/** By the name of a unit, those whose lines start it; each file's own lines are found once for all snapshots. */
function linesFor(snapshot: Snapshot, set: UnitSet): Lines {
  const known = linesBySet.get(set);
  if (known !== undefined) return known;
  const lines = new Map<string, string[]>();
  for (const file of snapshot.files) {
    if (file.set !== set) continue;
    for (const name of startedBy(file.unitFile).flatMap(keysOf)) {
      const starters = lines.get(name);
      if (starters === undefined) lines.set(name, [file.unitFile.name.unit]);
      else starters.push(file.unitFile.name.unit);
    }
  }
  linesBySet.set(set, lines);
  return lines;
}

function startedBy(file: UnitFile): readonly string[] {
  return derive(file, "starts", () => {
    const own = readUnitName(file.name.unit);
    const lines = file.blocks
      .flatMap(block => block.assignments)
      .filter(({ section, directive }) => {
        const name = directive?.name ?? "";
        return section === "Unit" ? pulls.has(name) : triggers.has(`${section}.${name}`);
      });
    const names = lines.flatMap(({ parsed }) => textsIn(parsed?.value));
    // A template's own instance is anybody's, so that it starts any instance of the other.
    return own === undefined || own.instance === "" ? names : names.map(name => resolveTemplate(name, own));
  });
}

function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(item => typeof item === "string");
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
