/** The units that are judged together, with their surroundings. */
import { buildGraph, type DependencyGraph } from "../model/graph.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

/** What rules about units and sets may ask. */
export interface World {
  readonly set: UnitSet;
  /** The units whose fragments are linted, in order; templates as an instance. */
  readonly units: readonly Unit[];
  /** The units and everything that they refer to, with all dependencies. Made when it is asked for. */
  readonly graph: DependencyGraph;
}

/** The world around some units, by the names of their fragments. */
export function worldOf(set: UnitSet, names: readonly string[]): World {
  const ids = names.map(name => judgedName(name, set));
  let graph: DependencyGraph | undefined;
  let units: readonly Unit[] | undefined;
  return {
    set,
    get units() {
      units ??= [...new Set(ids.map(id => set.unit(id)))];
      return units;
    },
    get graph() {
      graph ??= buildGraph(set, ids);
      return graph;
    },
  };
}

/** A template is judged as the instance that `systemd-analyze verify` makes up for it. */
function judgedName(name: string, { catalog }: UnitSet): string {
  return name.replace("@.", catalog.version >= neutralInstanceSince ? "@test_instance." : "@i.");
}

const neutralInstanceSince = 256;
