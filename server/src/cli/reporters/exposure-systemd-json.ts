/** Exposures in the shape of `systemd-analyze security --json=short`: one array a unit, one below the other. */
import { type Assessment, exposureText } from "../../exposure/exposure.ts";
import { printableJson } from "../terminal.ts";
import type { ExposureReporter } from "./exposure.ts";

/** Sorted as systemd sorts: by description backwards, then by name. Descriptions are ours. */
export const exposureSystemdJson: ExposureReporter = judged =>
  judged.map(({ exposure }) => `${printableJson(JSON.stringify(rows(exposure.assessments)))}\n`).join("");

function rows(assessments: readonly Assessment[]) {
  return assessments
    .toSorted((a, b) => compare(b.description, a.description) || compare(a.row.name, b.row.name))
    .map(({ row, set, description, exposure }) => ({
      set,
      name: row.name,
      json_field: row.field,
      description,
      exposure: exposure === undefined ? null : exposureText(exposure),
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
