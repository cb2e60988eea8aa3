/** Takes away the findings that comments suppress, and tells of comments that are wrong or do nothing. */
import type { UnitFile } from "../../model/unit-file.ts";
import { byPlace, type Finding, type RuleId, type TargetName } from "../finding.ts";
import { withoutLesser } from "../lesser.ts";
import { toFinding } from "../lint.ts";
import { isWanted, mayReport, type RuleSettings, reportedBy } from "../preset.ts";
import type { ReportedProblem, Rule } from "../rule.ts";
import { invalidSuppressions } from "./invalid.ts";
import { mentionsSuppression, type PlacedSuppression, placedSuppressions } from "./placed.ts";
import { type Suppressor, scopesOf } from "./scopes.ts";
import { unusedSuppressions } from "./unused.ts";

/** A finding that a comment suppresses. */
export interface SuppressedFinding extends Finding {
  /** What the comment says behind `--`; undefined where it gives no reason. */
  readonly reason: string | undefined;
}

/** The findings of a file, parted. */
export interface Suppressed {
  /** What is told, by place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** What to judge by. */
export interface SuppressOptions {
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** All targets of the file. */
  readonly targets: readonly TargetName[];
  /** False where findings may be missing, so that nothing can be called unused. */
  readonly isWhole?: boolean;
}

/** A problem of a comment, for the rule that tells it. */
export interface SuppressionProblem extends ReportedProblem {
  readonly placed: PlacedSuppression;
  readonly span: Finding["span"];
}

/** Parts all findings of a file, those of its units included. Without a comment that speaks to unitlint, they stay the same list. */
export function suppress(all: readonly Finding[], file: UnitFile, options: SuppressOptions): Suppressed {
  const found = withoutLesser(all);
  if (!mentionsSuppression(file.source.text)) return { findings: found, suppressed: [] };
  const placed = placedSuppressions(file.syntax);
  if (placed.length === 0) return { findings: found, suppressed: [] };
  const { suppressorOf, ended } = scopesOf(placed);
  const used: Suppressor[] = [...ended];
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of found) {
    const suppressor = suppressorOf(finding);
    if (suppressor === undefined) findings.push(finding);
    else {
      used.push(suppressor);
      suppressed.push({ ...finding, reason: suppressor.by.comment.reason || undefined });
    }
  }
  const known = options.rules.map(({ id }) => id).filter(isSuppressible);
  const own = [
    ...told("invalid-suppression", invalidSuppressions(placed, file, known, options.settings), file, options),
    ...(options.isWhole === false
      ? []
      : told("unused-suppression", unusedSuppressions(placed, used, file, mayRun(options)), file, options)),
  ];
  return { findings: own.length === 0 ? findings : [...findings, ...own].sort(byPlace), suppressed };
}

/** What tells of the comments, or of the configuration, cannot be suppressed by one. */
export function isSuppressible(rule: RuleId): boolean {
  return !["invalid-suppression", "unused-suppression", "invalid-config"].includes(rule);
}

/** Whether a rule would have told what it found; undefined stands for any rule. */
function mayRun({ rules, settings }: SuppressOptions): (rule: RuleId | undefined) => boolean {
  const running = new Set(
    rules.filter(rule => isSuppressible(rule.id) && mayReport(settings, rule)).map(({ id }) => id),
  );
  const areAll = ![...settings.severities.values()].includes("off") && settings.preset !== "verify";
  return rule => (rule === undefined ? areAll : running.has(rule));
}

function told(
  id: RuleId,
  problems: Iterable<SuppressionProblem>,
  file: UnitFile,
  { rules, settings, targets }: SuppressOptions,
): Finding[] {
  const rule = rules.find(rule => rule.id === id);
  if (rule === undefined || !isWanted(settings, rule)) return [];
  const [target = ""] = targets;
  return [...problems].flatMap(problem => {
    const { placed, span } = problem;
    const finding = { ...toFinding(file, rule, placed.line, span, problem, { settings, target }), targets };
    return reportedBy(settings, rule, finding, problem) ? [finding] : [];
  });
}
