/** The releases of systemd that the catalog knows, and what a directive is in one of them. */

import type { Directive, SystemdVersion } from "./directive.ts";
import { table } from "./table.ts";

/** The newest release that the catalog knows. */
export const newestVersion: SystemdVersion = table.systemd;

/** Every release that `catalogAt` knows, oldest first. */
export const knownVersions: readonly SystemdVersion[] = Array.from(
  { length: table.systemd - table.oldest + 1 },
  (_, index) => table.oldest + index,
);

/**
 * Whether what the catalog says of a release was read from that release's own table (`exact`), or follows from its
 * neighbours and from what the manual says of when a directive came (`derived`).
 */
export function certainty(version: SystemdVersion): "exact" | "derived" {
  return table.exact.includes(version) ? "exact" : "derived";
}

/** Whether a release has a directive in its table, be it only to say that its support is gone. */
export function isKnown({ since, until }: Directive, version: SystemdVersion): boolean {
  return since <= version && (until === undefined || version <= until);
}

/** Whether a release still parses a directive but says that its support was removed, and ignores the line. */
export function isRemoved({ removed }: Directive, version: SystemdVersion): boolean {
  return removed !== undefined && removed <= version;
}
