/** What the functions of this folder gather: dependencies of one unit, and the paths that it needs mounted. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import type { Dependency, DependencyKind, Origin } from "../dependency.ts";
import type { UnitExtra } from "../drop-ins.ts";
import type { PlacedAssignment } from "../setting.ts";
import type { Unit } from "../unit.ts";
import type { Manager } from "../unit-file-name.ts";

/** A path that must, or should, be mounted before a unit starts. */
export interface MountNeed {
  readonly path: string;
  readonly strength: "Requires" | "Wants";
  readonly origin: Origin;
  readonly at?: PlacedAssignment;
}

/** Where a dependency comes from. */
export interface Source {
  readonly at?: PlacedAssignment | undefined;
  readonly link?: UnitExtra;
}

/** All that a unit says and implies about others. */
export class Declaration {
  readonly dependencies: Dependency[] = [];
  readonly mounts: MountNeed[] = [];
  readonly unit: Unit;
  readonly manager: Manager;
  readonly version: SystemdVersion;

  constructor(unit: Unit, manager: Manager, version: SystemdVersion) {
    this.unit = unit;
    this.manager = manager;
    this.version = version;
  }

  /** Adds a dependency of each kind. */
  add(kinds: DependencyKind | readonly DependencyKind[], on: string, origin: Origin, { at, link }: Source = {}): void {
    for (const kind of typeof kinds === "string" ? [kinds] : kinds)
      this.dependencies.push({ kind, on, origin, ...(at && { at }), ...(link && { link }) });
  }

  /** The same, only where systemd loads the unit in the end. */
  addLoaded(kinds: readonly DependencyKind[], on: string, origin: Origin, source: Source = {}): void {
    if (this.unit.load === "loaded") this.add(kinds, on, origin, source);
  }

  /** Asks for a path, where systemd loads the unit in the end. */
  mount(path: string, strength: MountNeed["strength"], origin: Origin, at?: PlacedAssignment): void {
    if (path.startsWith("/") && this.unit.load === "loaded")
      this.mounts.push({ path, strength, origin, ...(at && { at }) });
  }
}
