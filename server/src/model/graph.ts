/** All dependencies among some units and everything that they refer to, from both sides. */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Declaration, MountNeed } from "./dependencies/declaration.ts";
import { declare } from "./dependencies/declare.ts";
import { type Dependency, inverseOf, type RelationKind } from "./dependency.ts";
import { derive } from "./derived.ts";
import { mountsOn } from "./mounts.ts";
import { flagOf } from "./reading.ts";
import type { Unit } from "./unit.ts";
import type { UnitSet } from "./unit-set.ts";

/** One dependency between two units, in the direction in which it was declared. */
export interface Edge {
  readonly from: Unit;
  readonly to: Unit;
  readonly dependency: Dependency;
}

/** A dependency that systemd does not take. */
export interface DroppedEdge extends Edge {
  readonly why: DropReason;
}

/** It is the unit itself; a device cannot be delayed; a unit of this type cannot fail, trigger, or hold others. */
export type DropReason = "self" | "device" | "cannot-fail" | "not-a-slice";

/** Units and their dependencies. */
export interface DependencyGraph {
  readonly set: UnitSet;
  /** Every unit that was asked for or referred to, in the order in which they were met; those that are not found too. */
  readonly units: readonly Unit[];
  /** The units on the other side of a kind of relation, each with what says so. */
  related(unit: Unit, kind: RelationKind): ReadonlyMap<Unit, readonly Edge[]>;
  /** What systemd drops. */
  readonly dropped: readonly DroppedEdge[];
}

/** Loads some units by name and everything that they refer to, as the service manager does. */
export function buildGraph(set: UnitSet, names: Iterable<string>): DependencyGraph {
  const builder = new GraphBuilder(set);
  for (const name of names) builder.load(set.unit(name));
  builder.follow();
  builder.orderTargets();
  return builder.graph();
}

const nothing: ReadonlyMap<Unit, readonly Edge[]> = new Map();

type Relations = Map<RelationKind, Map<Unit, Edge[]>>;

class GraphBuilder {
  private readonly set: UnitSet;
  private readonly relations = new Map<Unit, Relations>();
  private readonly queue: Unit[] = [];
  private readonly needs: { unit: Unit; need: MountNeed }[] = [];
  private readonly dropped: DroppedEdge[] = [];
  private readonly mounts = new Map<string, readonly Unit[]>();

  constructor(set: UnitSet) {
    this.set = set;
  }

  load(unit: Unit): void {
    if (this.relations.has(unit)) return;
    this.relations.set(unit, new Map());
    this.queue.push(unit);
  }

  /** Loads until nothing new is referred to. Mounts are looked up last: only they appear because of a path. */
  follow(): void {
    for (let at = 0, needed = 0; at < this.queue.length || needed < this.needs.length; ) {
      const unit = this.queue[at];
      if (unit !== undefined) {
        at++;
        this.declare(unit);
      } else this.mount(this.needs[needed++]);
    }
  }

  /** A target comes after what it pulls in, unless that is told otherwise. systemd: unit_add_default_target_dependency() */
  orderTargets(): void {
    for (const target of this.queue) {
      if (target.type !== "target" || !hasDefaults(target)) continue;
      const before = this.relations.get(target)?.get("Before");
      for (const kind of pulling) {
        for (const other of this.relations.get(target)?.get(kind)?.keys() ?? []) {
          if (hasDefaults(other) && before?.has(other) !== true)
            this.add(target, other, { kind: "After", on: other.id, origin: "default" });
        }
      }
    }
  }

  graph(): DependencyGraph {
    const { set, relations, dropped } = this;
    return {
      set,
      units: [...relations.keys()],
      dropped,
      related: (unit, kind) => relations.get(unit)?.get(kind) ?? nothing,
    };
  }

  private declare(unit: Unit): void {
    const { dependencies, mounts } = declarationOf(unit, this.set);
    for (const dependency of dependencies) {
      const other = this.set.unit(dependency.on);
      this.load(other);
      this.add(unit, other, dependency);
    }
    for (const need of mounts) this.needs.push({ unit, need });
  }

  private mount(needed: { unit: Unit; need: MountNeed } | undefined): void {
    if (needed === undefined) return;
    const { unit, need } = needed;
    for (const mount of this.mountsOn(need.path)) {
      if (mount === unit) continue;
      this.load(mount);
      const source = { origin: "path", ...(need.at && { at: need.at }) } as const;
      this.add(unit, mount, { kind: "After", on: mount.id, ...source });
      if (mount.fragment !== undefined) this.add(unit, mount, { kind: need.strength, on: mount.id, ...source });
    }
  }

  private mountsOn(path: string): readonly Unit[] {
    const known = this.mounts.get(path);
    if (known !== undefined) return known;
    const found = mountsOn(path, this.set.names)
      .map(name => this.set.unit(name))
      .filter(({ load }) => load === "loaded");
    this.mounts.set(path, found);
    return found;
  }

  private add(from: Unit, to: Unit, dependency: Dependency): void {
    const why = dropReason(from, to, dependency);
    const edge = { from, to, dependency };
    if (why !== undefined) {
      this.dropped.push({ ...edge, why });
      return;
    }
    this.put(from, dependency.kind, to, edge);
    if (dependency.kind !== "JoinsNamespaceOf" || this.set.catalog.version >= joinsBothWaysSince)
      this.put(to, inverseOf[dependency.kind], from, edge);
  }

  private put(unit: Unit, kind: RelationKind, other: Unit, edge: Edge): void {
    const relations = this.relations.get(unit);
    const related = relations?.get(kind);
    if (related === undefined) relations?.set(kind, new Map([[other, [edge]]]));
    else {
      const edges = related.get(other);
      if (edges === undefined) related.set(other, [edge]);
      else edges.push(edge);
    }
  }
}

/** The release since which a unit that joins the namespace of another is joined by it in turn. */
const joinsBothWaysSince: SystemdVersion = 254;

/** What a unit declares, worked out once. */
export function declarationOf(unit: Unit, { manager, catalog }: UnitSet): Declaration {
  return derive(unit, "declaration", () => declare(unit, manager, catalog.version));
}

const pulling = ["Requires", "Requisite", "Wants", "BindsTo", "Upholds"] as const;

/** Whether systemd adds dependencies between targets and a unit by itself. */
export function hasDefaults({ load, perpetual, settings }: Unit): boolean {
  return load === "loaded" && flagOf(settings, "Unit", "DefaultDependencies", !perpetual);
}

/** systemd: unit_add_dependency(), src/core/unit.c */
function dropReason(from: Unit, to: Unit, { kind }: Dependency): DropReason | undefined {
  if (from === to) return "self";
  if (kind === "Before" && to.type === "device") return "device";
  if (kind === "OnFailure" && (from.type === "slice" || from.type === "device")) return "cannot-fail";
  return kind === "InSlice" && to.type !== "slice" ? "not-a-slice" : undefined;
}
