/** Judging one file for several targets at once. */
import type { Catalog } from "../catalog/catalog.ts";
import { parseUnitFile, readUnitFile } from "../model/unit-file.ts";
import type { UnitFileName } from "../model/unit-file-name.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Finding, TargetName } from "./finding.ts";
import { lint } from "./lint.ts";
import type { RuleSettings } from "./preset.ts";
import type { Rule } from "./rule.ts";

/** A systemd to judge for: as the user named it, and what it knows. */
export interface Target {
  readonly name: TargetName;
  readonly catalog: Catalog;
}

/** All findings in a file; those that hold for several targets are told once, and say for which. */
export function lintFor(
  targets: readonly Target[],
  source: SourceFile,
  name: UnitFileName,
  rules: readonly Rule[],
  settings: RuleSettings,
): Finding[] {
  const syntax = parseUnitFile(source, name);
  const findings = targets.flatMap(target =>
    lint(readUnitFile(source, name, target.catalog, syntax), rules, { settings, target: target.name }),
  );
  return targets.length > 1 ? merged(findings) : findings;
}

function merged(findings: readonly Finding[]): Finding[] {
  const byIdentity = new Map<string, Finding>();
  for (const finding of findings) {
    const identity = `${finding.rule} ${finding.span.start} ${finding.span.end} ${finding.message}`;
    const known = byIdentity.get(identity);
    byIdentity.set(
      identity,
      known === undefined ? finding : { ...graver(known, finding), targets: [...known.targets, ...finding.targets] },
    );
  }
  return withoutEchoes([...byIdentity.values()]).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What is merely old for one target and gone for another needs one finding. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const place = ({ span }: Finding) => `${span.start} ${span.end}`;
  const grave = new Set(findings.filter(({ severity }) => severity !== "info").map(place));
  return findings.filter(finding => finding.severity !== "info" || !grave.has(place(finding)));
}

const weights = { error: 3, warning: 2, info: 1 };

function graver(one: Finding, other: Finding): Finding {
  return weights[other.severity] > weights[one.severity] ? other : one;
}
