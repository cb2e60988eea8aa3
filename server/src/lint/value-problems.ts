/** Makes rules of what value grammars find. */
import type { Assignment } from "../model/assignment.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { dependsOnInstance } from "../model/value.ts";
import type { Consequence, ValueProblem } from "../values/kind.ts";
import { oneLine } from "../values/shown.ts";
import type { Fix, RuleId, Verdict } from "./finding.ts";
import type { Report, ReportedProblem, Visitor } from "./rule.ts";

/** A visitor that reports the problems which belong to one of the rules about values. */
export function valueProblems(rule: RuleId): Visitor {
  return {
    file(file, report) {
      for (const found of problemsIn(file)) {
        if ((found.problem.rule ?? rulesOf[found.problem.consequence]) === rule) tell(found, file, report);
      }
    },
  };
}

interface FoundProblem {
  readonly assignment: Assignment;
  readonly problem: ValueProblem;
  /** Only some instances of the template would have it. */
  readonly excused: boolean;
}

/** The problems of all values of a file, found once for all rules that tell of them. */
function problemsIn(file: UnitFile): readonly FoundProblem[] {
  const known = problemsByFile.get(file);
  if (known !== undefined) return known;
  const found: FoundProblem[] = [];
  for (const assignment of file.blocks.flatMap(({ troubled }) => troubled)) {
    const excused = dependsOnInstance(assignment, file.reader);
    for (const problem of assignment.parsed?.problems ?? []) found.push({ assignment, problem, excused });
  }
  problemsByFile.set(file, found);
  return found;
}

const problemsByFile = new WeakMap<UnitFile, readonly FoundProblem[]>();

const rulesOf: Readonly<Record<Consequence, RuleId>> = {
  "drops-line": "invalid-value",
  fatal: "invalid-value",
  "drops-piece": "ignored-value",
  notes: "deprecated-value",
  silent: "unchecked-value",
};

function tell({ problem, assignment: { entry }, excused }: FoundProblem, file: UnitFile, report: Report): void {
  report(entry, entry.value.toSource(problem.span), {
    message: oneLine(problem.message),
    ...verdictOf(problem.consequence, entry.key.text, file),
    excused,
    fixes:
      problem.remedy === undefined
        ? fixOf(problem, entry.value.toSource(problem.span), file)
        : remedyOf(problem.remedy, entry, file),
  });
}

/** Not where comments or line ends stand in the stretch, which it would delete. */
function remedyOf(
  { title, span, text }: NonNullable<ValueProblem["remedy"]>,
  { value }: Assignment["entry"],
  { source }: UnitFile,
): Fix[] {
  const place = value.toSource(span);
  if (/[\n\r]/.test(source.text.slice(place.start, place.end))) return [];
  return [{ title, safety: "unsafe", edits: [{ file: source, edits: [{ span: place, text }] }] }];
}

function verdictOf(
  consequence: Consequence,
  key: string,
  { name }: UnitFile,
): Pick<ReportedProblem, "systemd" | "effect"> {
  if (consequence !== "fatal") return { systemd: verdicts[consequence], effect: effects[consequence](key) };
  return name.role === "fragment"
    ? { systemd: "refuses", effect: "systemd stops reading here and refuses the unit" }
    : { systemd: "ignores", effect: "systemd stops reading here and ignores the rest of this drop-in" };
}

const verdicts: Readonly<Record<Exclude<Consequence, "fatal">, Verdict>> = {
  "drops-line": "ignores",
  "drops-piece": "ignores",
  notes: "notes",
  silent: "silent",
};

const effects: Readonly<Record<Exclude<Consequence, "fatal">, (key: string) => string>> = {
  "drops-line": key => `systemd ignores this ${key}=`,
  "drops-piece": () => "systemd ignores this piece and keeps the rest",
  notes: () => "systemd complains but honours it",
  silent: () => "systemd does not check it",
};

function fixOf(
  { replacement, equivalent }: ValueProblem,
  span: { start: number; end: number },
  { source }: UnitFile,
): Fix[] {
  if (replacement === undefined) return [];
  const title = replacement === "" ? "Delete it" : `Write ${replacement}`;
  const safety = equivalent === true ? "safe" : "unsafe";
  return [{ title, safety, edits: [{ file: source, edits: [{ span, text: replacement }] }] }];
}
