/** What a row of advice is: a setting to write, what it forbids, and when it would break a unit. */
import type { UnitView } from "./view.ts";

/** What a suggestion is grouped by. */
export type Theme = "identity" | "files" | "devices" | "kernel" | "processes" | "network" | "capabilities" | "calls";

/** How far to go: `safe` is what hardly ever breaks a service, `strict` everything that is assessed. */
export type AdviceLevel = "safe" | "strict";

/** By what the kernel or systemd enforces a setting, which decides what else it brings. */
export type Means = "mounts" | "seccomp" | "capabilities" | "cgroup" | "other";

/** A line to write in [Service]. */
export interface Line {
  readonly name: string;
  readonly value: string;
}

/** One row of advice. */
export interface Hardening {
  /** The lines that belong together; the first one is the row's own. */
  readonly lines: readonly [Line, ...Line[]];
  /** The assessments that it improves, by systemd's JSON fields. */
  readonly improves: readonly string[];
  readonly theme: Theme;
  readonly means: Means;
  readonly level: AdviceLevel;
  /** What processes can no longer do: a short sentence without period. */
  readonly forbids: string;
  /** When that breaks a service: a short sentence without period. */
  readonly breaks: string;
  /** True where it hardly matters what a script or a session does. */
  readonly bearsScripts?: true;
  /** Whether it makes sense for a unit at all; absent where it always does. */
  readonly suits?: (view: UnitView) => boolean;
  /** Why it would or may break this unit; undefined where nothing speaks against it. */
  readonly objection?: Objection;
}

/** A reason against a setting for one unit: a clause such as `the command names /dev/ttyUSB0`. */
export type Objection = (view: UnitView) => string | undefined;

/** The first of several reasons. */
export function firstOf(...objections: readonly Objection[]): Objection {
  return view => {
    for (const objection of objections) {
      const reason = objection(view);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}
