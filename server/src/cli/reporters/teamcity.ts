/** Service messages for TeamCity's inspections. https://www.jetbrains.com/help/teamcity/service-messages.html */
import type { Severity } from "../../lint/finding.ts";
import { rules } from "../../rules/index.ts";
import type { Reporter } from "./reporter.ts";

/** The type of each rule that found something, then the findings; what could not be read is a problem of the build. */
export const teamcityReporter: Reporter = ({ findings, errors }, { pathIn }) => {
  const used = new Set(findings.map(({ rule }) => rule));
  const types = rules
    .filter(({ id }) => used.has(id))
    .map(({ id, category, summary, why }) =>
      message("inspectionType", { id, name: summary, description: why, category: `unitlint: ${category}` }),
    );
  const inspections = findings.map(({ rule, message: text, path, line, severity }) =>
    message("inspection", { typeId: rule, message: text, file: pathIn(path), line, SEVERITY: severities[severity] }),
  );
  const problems = errors.map(({ path, message: text }) =>
    message("buildProblem", { description: `unitlint: ${path}: ${text}` }),
  );
  return [...types, ...inspections, ...problems].map(line => `${line}\n`).join("");
};

const severities: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

function message(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}='${escapeValue(String(value))}'`);
  return `##teamcity[${name}${written.join("")}]`;
}

/** What is not ASCII goes as `|0x00e9`; a build log has no certain encoding. */
function escapeValue(text: string): string {
  return text
    .replace(/[|'[\]]/g, "|$&")
    .replaceAll("\n", "|n")
    .replaceAll("\r", "|r")
    .replace(/[^\x20-\x7e]/g, unit => `|0x${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
