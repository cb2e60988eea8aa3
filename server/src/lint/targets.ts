/** Judging files and units for several targets at once. */
import type { Catalog } from "../catalog/catalog.ts";
import { readOnce } from "../model/file-reading.ts";
import type { RootFiles } from "../model/root-files.ts";
import type { UnitFile } from "../model/unit-file.ts";
import type { UnitFileName } from "../model/unit-file-name.ts";
import type { UnitSet } from "../model/unit-set.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type Finding, type TargetName, weights } from "./finding.ts";
import { lint } from "./lint.ts";
import { lintUnits } from "./lint-units.ts";
import type { FileSettings, RuleSettings } from "./preset.ts";
import type { Rule } from "./rule.ts";
import { worldOf } from "./world.ts";

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
): readonly Finding[] {
  const findings = targets.flatMap(target =>
    lint(readOnce(source, name, target.catalog), rules, { settings, target: target.name }),
  );
  return mergeFindings(targets, findings);
}

/** Units that belong together: how to open them for a target, and which of them are judged. */
export interface JudgedUnits {
  readonly open: (target: Target) => UnitSet;
  /** The names of their fragments. */
  readonly names: readonly string[];
  readonly isLinted: (file: UnitFile) => boolean;
  /** The files of the root in which they are judged. */
  readonly rootFiles?: RootFiles | undefined;
}

/** All findings about whole units and the set of them, in no order; told once for all targets, as `lintFor` does. */
export function lintUnitsFor(
  targets: readonly Target[],
  { open, names, isLinted, rootFiles }: JudgedUnits,
  rules: readonly Rule[],
  settings: RuleSettings,
  byFile?: FileSettings,
): readonly Finding[] {
  const findings = targets.flatMap(target => [
    ...lintUnits(worldOf({ set: open(target), names, preset: settings.preset, isLinted, rootFiles }), rules, {
      settings,
      byFile,
      target: target.name,
    }).findings,
  ]);
  return mergeFindings(targets, findings);
}

/** The findings of all targets: what holds for several is told once, and says for which. */
export function mergeFindings(targets: readonly Target[], findings: readonly Finding[]): readonly Finding[] {
  return targets.length > 1 ? merged(findings) : findings;
}

function merged(findings: readonly Finding[]): Finding[] {
  const byIdentity = new Map<string, Finding>();
  for (const finding of findings) {
    const identity = `${finding.rule} ${finding.file.path} ${finding.span.start} ${finding.span.end} ${finding.message}`;
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
  const place = ({ file, span }: Finding) => `${file.path} ${span.start} ${span.end}`;
  const grave = new Set(findings.filter(({ severity }) => severity !== "info").map(place));
  return findings.filter(finding => finding.severity !== "info" || !grave.has(place(finding)));
}

function graver(one: Finding, other: Finding): Finding {
  return weights[other.severity] > weights[one.severity] ? other : one;
}
