/** Runs rules over a file. */
import type { Assignment } from "../model/assignment.ts";
import { isMasked } from "../model/placeholder.ts";
import { isUnread, type UnitFile } from "../model/unit-file.ts";
import { touchesAny } from "../syntax/placeholders.ts";
import type { HeaderSyntax, LineSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import { type Finding, type Severity, type TargetName, type Verdict, weights } from "./finding.ts";
import { type FileSettings, isWanted, type RuleSettings, reportedBy } from "./preset.ts";
import type { KnownAssignment, Report, ReportedProblem, Rule } from "./rule.ts";

/** What to judge by. */
export interface LintOptions {
  readonly settings: RuleSettings;
  /** Where findings about units may stand in files with settings of their own. */
  readonly byFile?: FileSettings | undefined;
  readonly target: TargetName;
  /** Whether units may be judged again after a change, so that it must be known what each verdict rests on. */
  readonly remembers?: boolean;
}

/** All findings of the given rules in one file, in order of their places. */
export function lint(file: UnitFile, rules: readonly Rule[], options: LintOptions): Finding[] {
  const reported: Reported[] = [];
  const assignments = assignmentsOf(file);
  for (const rule of rules) {
    if (!isWanted(options.settings, rule)) continue;
    visit(file, rule, assignments, (line, span, problem) => {
      if (touchesPlaceholder(file, span)) return;
      const finding = toFinding(file, rule, line, span, problem, options);
      if (reportedBy(options.settings, rule, finding, problem))
        reported.push({ finding, explains: problem.explains ?? [] });
    });
  }
  if (reported.length === 0) return [];
  const explained = new Set(reported.flatMap(({ explains }) => explains));
  const isConsequence = ({ finding, explains }: Reported) => explains.length === 0 && explained.has(finding.line);
  const consequences = explained.size === 0 ? [] : reported.filter(isConsequence).map(({ finding }) => finding);
  const isConfigured = ({ rule }: Finding) => options.settings.severities.has(rule);
  return reported
    .filter(one => !isConsequence(one))
    .map(({ finding, explains }) => (isConfigured(finding) ? finding : asGraveAs(finding, explains, consequences)))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

interface Reported {
  readonly finding: Finding;
  readonly explains: readonly LineSyntax[];
}

/** What explains a line that systemd drops or refuses weighs as much as that. */
function asGraveAs(finding: Finding, explains: readonly LineSyntax[], consequences: readonly Finding[]): Finding {
  if (explains.length === 0) return finding;
  let gravest = finding;
  for (const other of consequences)
    if (explains.includes(other.line) && weights[other.severity] > weights[gravest.severity]) gravest = other;
  if (gravest === finding) return finding;
  const { severity, systemd, line } = gravest;
  const effect = line === finding.line ? `${finding.effect}; ${gravest.effect}` : finding.effect;
  return { ...finding, severity, systemd, effect };
}

function visit(file: UnitFile, { visit: hooks }: Rule, { known, unknown }: Assignments, report: Report): void {
  hooks.file?.(file, report);
  if (hooks.section !== undefined) for (const block of file.blocks) hooks.section(block, file, report);
  if (hooks.assignment !== undefined) for (const assignment of known) hooks.assignment(assignment, file, report);
  if (hooks.unknown !== undefined) for (const assignment of unknown) hooks.unknown(assignment, file, report);
}

interface Assignments {
  readonly known: readonly KnownAssignment[];
  readonly unknown: readonly Assignment[];
}

function assignmentsOf({ blocks }: UnitFile): Assignments {
  const known: KnownAssignment[] = [];
  const unknown: Assignment[] = [];
  for (const { assignments } of blocks) {
    for (const assignment of assignments) {
      if (isKnown(assignment)) known.push(assignment);
      else if (!isOthers(assignment.entry.key.text)) unknown.push(assignment);
    }
  }
  return { known, unknown };
}

function isKnown(assignment: Assignment): assignment is KnownAssignment {
  return assignment.directive !== undefined;
}

/** Names of vendors, and names that a build completes. */
function isOthers(name: string): boolean {
  return name.startsWith("X-") || isMasked(name);
}

/** Whether a span touches what a build completes. */
export function touchesPlaceholder(file: UnitFile, span: Span): boolean {
  return touchesAny(file.syntax.placeholders, span);
}

/** What a rule reported, with what the machine knows of it. */
export function toFinding(
  file: UnitFile,
  rule: Rule,
  line: LineSyntax,
  span: Span,
  problem: ReportedProblem,
  options: LintOptions,
): Finding {
  const unread = isUnread(file, line);
  const systemd = unread ? "silent" : (problem.systemd ?? rule.systemd);
  const header = headerAbove(file, line);
  const configured = options.settings.severities.get(rule.id);
  const weighed = problem.severity ?? defaultSeverity(rule, systemd);
  return {
    rule: rule.id,
    category: rule.category,
    severity:
      configured === undefined || configured === "off" ? (unread ? atMostWarning(weighed) : weighed) : configured,
    systemd,
    message: problem.message,
    effect: unread ? unreadEffect(file) : (problem.effect ?? effects[systemd]),
    file: file.source,
    unit: file.name.unit,
    span,
    line,
    ...(header && { header }),
    scope: problem.scope ?? "line",
    targets: [options.target],
    related: problem.related ?? [],
    fixes: problem.fixes ?? [],
  };
}

/** By halves, as there may be many blocks; only the first one may lack a header. */
function headerAbove({ blocks }: UnitFile, line: LineSyntax): HeaderSyntax | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.header?.span.start ?? 0) <= line.span.start) low = middle;
    else high = middle - 1;
  }
  const header = blocks[low]?.header;
  return header !== undefined && header.span.start <= line.span.start ? header : undefined;
}

/** What systemd drops or refuses is an error, what it notes a warning; of the rest the rule decides. */
function defaultSeverity(rule: Rule, systemd: Verdict): Severity {
  if (systemd === "refuses" || systemd === "ignores") return "error";
  if (systemd === "notes") return "warning";
  return rule.severity === "error" ? "warning" : rule.severity;
}

/** What systemd never reads does no harm yet. */
function atMostWarning(severity: Severity): Severity {
  return severity === "error" ? "warning" : severity;
}

const effects: Readonly<Record<Verdict, string>> = {
  refuses: "systemd refuses to load the unit",
  ignores: "systemd ignores this line",
  notes: "systemd complains but honours it",
  silent: "systemd says nothing about it",
};

function unreadEffect(file: UnitFile): string {
  const at = file.stop === undefined ? 0 : file.source.position(file.stop.line.span.start).line;
  return `systemd never reads this line: it gives up on the file at line ${at}`;
}
