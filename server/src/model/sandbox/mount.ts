/** What lies elsewhere, or is kept from being used, in the sandbox of a unit. */

import type { SectionName, SystemdVersion } from "../../catalog/directive.ts";
import type { Derived } from "../derived.ts";
import type { PlacedAssignment, Settings } from "../setting.ts";
import type { Manager } from "../unit-file-name.ts";

/** One path that means something else inside. */
export interface SandboxMount {
  readonly path: string;
  readonly mode: MountMode;
  readonly at: PlacedAssignment;
  /** What says so, for people: `ProtectHome=yes`. */
  readonly by: string;
}

/**
 * Of one path the first counts, and flags such as read-only of the others besides: `inaccessible` drops all mounts below, too; `bind` comes from
 * somewhere and may be written; `exec` and `spared` (by ProtectSystem=strict) leave the path as it is; `empty` is a new folder.
 * systemd: MountMode, src/core/namespace.c
 */
export type MountMode = "inaccessible" | "bind" | "read-only" | "writable" | "exec" | "empty" | "spared";

/** Whose processes, and for which systemd. */
export interface SandboxSubject {
  readonly settings: Settings;
  readonly section: SectionName;
  readonly version: SystemdVersion;
  readonly manager: Manager;
  /** What was worked out of it. */
  readonly derived: Derived;
}

/** Whether a path lies below a folder. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "/" ? path !== "/" && path.startsWith("/") : path.startsWith(`${folder}/`);
}

/** A path by its present name: /var/run is a link to /run, and /var/lock one to /run/lock. */
export function presentPath(path: string): string {
  return path.replace(/^\/var\/(run|lock)(?=\/|$)/, (_, name) => (name === "run" ? "/run" : "/run/lock"));
}
