/** Exposures as SARIF 2.1.0, for services that show results beside the code: each assessment that is not good is a result at its line. */
import { type Assessment, exposureText } from "../../exposure/exposure.ts";
import { assessmentPlace } from "../../exposure/place.ts";
import { exposureRows } from "../../exposure/table.ts";
import type { Unit } from "../../model/unit.ts";
import type { JudgedUnit } from "../../reports/exposure.ts";
import type { ExposureReporter } from "./exposure.ts";
import { artifactLocation, region, sarifLog } from "./sarif-parts.ts";

/** One log with one run. */
export const exposureSarif: ExposureReporter = (judged, { target }) => {
  const rules = exposureRows().map(({ field, name, weight }) => ({
    id: `exposure/${field}`,
    shortDescription: { text: name },
    properties: { weight, tags: ["security"] },
  }));
  return sarifLog(rules, {
    properties: { target: target.name, systemd: target.version },
    results: judged.flatMap(resultsOf),
  });
};

function resultsOf({ unit, exposure }: JudgedUnit) {
  return exposure.assessments.filter(({ set }) => set === false).map(assessment => resultOf(unit, assessment));
}

function resultOf(unit: Unit, { row, description, exposure = 0 }: Assessment) {
  const { field, name } = row;
  return {
    ruleId: `exposure/${field}`,
    ruleIndex: exposureRows().indexOf(row),
    level: "note",
    message: { text: `${unit.id}: ${name} ${description}: ${exposureText(exposure)} of its exposure` },
    locations: locationsOf(unit, row),
    partialFingerprints: { "unitAndAssessment/v1": `${unit.id} ${field}` },
    properties: { unit: unit.id, exposure: exposure / 10 },
  };
}

function locationsOf(unit: Unit, row: Assessment["row"]) {
  const place = assessmentPlace(unit, row);
  if (place === undefined) return [];
  const { source } = place.file;
  const [from, to] = [source.position(place.span.start), source.position(place.span.end)];
  return [{ physicalLocation: { artifactLocation: artifactLocation(source.path), region: region(from, to) } }];
}
