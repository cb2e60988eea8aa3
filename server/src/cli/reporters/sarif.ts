/** SARIF 2.1.0, for services that show findings beside the code and remember them. */
import type { Severity } from "../../lint/finding.ts";
import type { Rule } from "../../lint/rule.ts";
import { rules } from "../../rules/index.ts";
import type { Place, ReportEdit, ReportFinding, ReportFix, Suppression } from "../report/report.ts";
import type { Reporter, Style } from "./reporter.ts";
import { ruleHelp } from "./rule-help.ts";
import { artifactLocation, region, sarifLog } from "./sarif-parts.ts";

/** One log with one run, which describes the rules that found something. */
export const sarifReporter: Reporter = (report, style) => {
  const told = [...report.findings, ...report.suppressed];
  const used = new Set(told.map(({ rule }) => rule));
  const described = rules.filter(({ id }) => used.has(id));
  const index = new Map(described.map(({ id }, i) => [id, i]));
  const paths = new Set(told.map(({ path }) => path));
  return sarifLog(described.map(ruleDescriptor), {
    properties: { preset: report.preset, targets: report.targets, versions: report.versions, files: report.files },
    invocations: [
      {
        executionSuccessful: report.errors.length === 0,
        toolConfigurationNotifications: report.errors.map(({ path, message }) => ({
          level: "error",
          message: { text: `${path}: ${message}` },
          locations: [{ physicalLocation: { artifactLocation: artifactLocation(style.pathIn(path)) } }],
        })),
      },
    ],
    artifacts: [...paths].map(path => ({
      location: artifactLocation(style.pathIn(path)),
      sourceLanguage: "systemd-unit",
    })),
    results: told.map(finding => resultOf(finding, index.get(finding.rule), style)),
  });
};

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

function ruleDescriptor(rule: Rule) {
  const { id, category, severity, summary, why } = rule;
  return {
    id,
    name: id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: ruleHelp(rule),
    defaultConfiguration: { level: levels[severity] },
    properties: { category, tags: [category, ...(category === "hardening" ? ["security"] : [])], precision: "high" },
  };
}

function resultOf(finding: ReportFinding, ruleIndex: number | undefined, style: Style) {
  const { rule, severity, message, effect, related, fixes, fingerprint, unit, systemd, scope, targets, suppression } =
    finding;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: `${message} (${effect})` },
    locations: [{ ...location(finding, style), logicalLocations: [{ name: unit, kind: "module" }] }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...location(place, style),
        message: { text: place.message },
      })),
    }),
    ...(suppression !== undefined && { suppressions: [suppressionOf(suppression)] }),
    partialFingerprints: { "unitlintLine/v1": fingerprint },
    ...(fixes.length > 0 && { fixes: fixes.map(fix => fixOf(fix, style)) }),
    properties: { unit, systemd, scope, targets },
  };
}

function suppressionOf({ reason }: Suppression) {
  return { kind: "inSource", status: "accepted", ...(reason !== undefined && { justification: reason }) };
}

function location(place: Place, { pathIn }: Style) {
  return { physicalLocation: { artifactLocation: artifactLocation(pathIn(place.path)), region: regionOf(place) } };
}

function fixOf({ title, safety, edits }: ReportFix, { pathIn }: Style) {
  const byPath = new Map<string, ReportEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  return {
    description: { text: title },
    artifactChanges: [...byPath].map(([path, changes]) => ({
      artifactLocation: artifactLocation(pathIn(path)),
      replacements: changes.map(edit => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
    })),
    properties: { safety },
  };
}

function regionOf({ line, column, endLine, endColumn }: Place) {
  return region({ line, column }, { line: endLine, column: endColumn });
}
