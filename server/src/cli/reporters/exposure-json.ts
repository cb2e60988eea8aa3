/** Exposures for programs; the shape is `server/docs/exposure.schema.json`. */
import type { Assessment } from "../../exposure/exposure.ts";
import type { JudgedUnit } from "../../reports/exposure.ts";
import { printableJson } from "../terminal.ts";
import type { ExposureReporter } from "./exposure.ts";

/** One JSON document, indented. */
export const exposureJson: ExposureReporter = (judged, { target }) => {
  const report = { version: 1, target: target.name, systemd: target.version, units: judged.map(unitJson) };
  return `${printableJson(JSON.stringify(report, null, 2))}\n`;
};

function unitJson({ unit, exposure }: JudgedUnit) {
  return {
    unit: unit.id,
    path: unit.fragment?.source.path ?? null,
    exposure: exposure.tenths / 10,
    level: exposure.level,
    assessments: exposure.assessments.map(assessmentJson),
  };
}

function assessmentJson({ row, set, badness, range, weight, exposure = 0, description }: Assessment) {
  return {
    field: row.field,
    set,
    applicable: badness !== undefined,
    badness: badness ?? null,
    range,
    weight,
    exposure: exposure / 10,
    description,
  };
}
