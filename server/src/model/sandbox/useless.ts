/** A setting of a sandbox that does nothing, and why. */
import { isUnitType } from "../../catalog/unit-types.ts";
import type { Place } from "../place.ts";
import type { PlacedAssignment, Settings } from "../setting.ts";
import type { SandboxMount, SandboxSubject } from "./mount.ts";

/** What is useless, where, and what makes it so. */
export interface Useless {
  readonly at: PlacedAssignment;
  /** Where it is not the whole line. */
  readonly place?: Place;
  readonly message: string;
  /** What the unit gets instead, in words. */
  readonly effect: string;
  readonly because?: PlacedAssignment;
}

/** What rows are asked about. */
export interface UselessSubject extends SandboxSubject {
  /** Undefined where it cannot be told. */
  readonly mounts: readonly SandboxMount[] | undefined;
  /** The settings of the slices around the unit, as far as they are known. */
  readonly slices: readonly Settings[];
}

/** Whether a line stands in a drop-in for many units, in some of which it may do something. */
export function isForMany({ file: { name } }: PlacedAssignment): boolean {
  return isUnitType(name.unit) || /-\.[a-z]+$/.test(name.unit);
}
