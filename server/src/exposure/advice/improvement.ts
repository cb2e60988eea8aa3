/** Whether a row of advice brings anything: something is left to improve, the release knows it, and it helps. */
import { isRemoved } from "../../catalog/catalog.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import type { Exposure } from "../exposure.ts";
import type { Hardening } from "./hardening.ts";

/** Whether anything is left to improve. */
export function isOpen({ improves }: Hardening, { assessments }: Exposure): boolean {
  return assessments.some(({ row, badness = 0, weight }) => badness > 0 && weight > 0 && improves.includes(row.field));
}

/** Whether the release has all that the row writes. */
export function isKnown({ lines }: Hardening, { catalog }: UnitSet): boolean {
  return lines.every(({ name }) => {
    const directive = catalog.directive("Service", name);
    return directive !== undefined && !isRemoved(directive, catalog.version);
  });
}

/** An assessment of the row's is better, none of them worse, nor is the whole. */
export function isBetter({ improves }: Hardening, before: Exposure, after: Exposure): boolean {
  if (after.tenths > before.tenths) return false;
  const changes = after.assessments.flatMap(({ row, badness }, i) => {
    const old = before.assessments[i]?.badness;
    return improves.includes(row.field) && badness !== undefined && old !== undefined ? [badness - old] : [];
  });
  return changes.some(change => change < 0) && changes.every(change => change <= 0);
}
