/** The units that are judged together, with their surroundings. */
import { enabledFolder } from "../model/enabled-folder.ts";
import { buildGraph, type DependencyGraph } from "../model/graph.ts";
import type { RootFiles } from "../model/root-files.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { orderAmong, type UnitOrder } from "../model/unit-order.ts";
import { type UnitSet, withFolder } from "../model/unit-set.ts";
import { madeUpInstance } from "../values/made-up-instance.ts";
import type { Preset } from "./preset.ts";

/** What rules about units and sets may ask. Graphs are made when they are asked for. */
export interface World {
  readonly preset: Preset;
  readonly set: UnitSet;
  /** Whether findings may stand in a file. */
  readonly isLinted: (file: UnitFile) => boolean;
  /** The units whose fragments are linted, in order; templates as an instance. */
  readonly units: readonly Unit[];
  /** Whether one of two units comes after the other, by whatever way among the units and those that they come after. */
  readonly isOrdered: UnitOrder;
  /** The units and everything that they refer to, with all dependencies. */
  readonly graph: DependencyGraph;
  /** The same and `default.target`, as if all these units were enabled by what their [Install] sections say. */
  readonly enabled: DependencyGraph;
  /** The files of the root in which the units are judged; undefined where none is known. They stay the same while units change. */
  readonly rootFiles: RootFiles | undefined;
}

/** What a world is made of. */
export interface WorldOptions {
  readonly set: UnitSet;
  /** The names of the units whose fragments are linted. */
  readonly names: readonly string[];
  readonly preset: Preset;
  readonly isLinted: (file: UnitFile) => boolean;
  readonly rootFiles?: RootFiles | undefined;
}

/** The world around some units. */
export function worldOf({ set, names, preset, isLinted, rootFiles }: WorldOptions): World {
  const ids = names.map(name => judgedName(name, set));
  let graph: DependencyGraph | undefined;
  let enabled: DependencyGraph | undefined;
  let units: readonly Unit[] | undefined;
  let order: UnitOrder | undefined;
  const world: World = {
    preset,
    set,
    isLinted,
    rootFiles,
    get units() {
      units ??= [...new Set(ids.map(id => set.unit(id)))];
      return units;
    },
    isOrdered(one, other) {
      order ??= orderAmong(set, world.units);
      return order(one, other);
    },
    get graph() {
      graph ??= buildGraph(set, ids);
      return graph;
    },
    get enabled() {
      enabled ??= buildGraph(withFolder(set, enabledFolder(set, world.units)), ["default.target", ...ids]);
      return enabled;
    },
  };
  return world;
}

/** A template is judged as the instance that `systemd-analyze verify` makes up for it. */
export function judgedName(name: string, { catalog }: UnitSet): string {
  return name.replace("@.", `@${madeUpInstance(catalog.version)}.`);
}
