/** Makes rules of what systemd says of merged units. */
import { assignmentPlace, keyPlace, type Place, sectionPlace, wordPlace } from "../model/place.ts";
import { type Remedy, type UnitProblem, unitProblems } from "../model/refusals/index.ts";
import type { PlacedAssignment } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { Fix, RuleId } from "./finding.ts";
import { lineBefore } from "./line-before.ts";
import type { Visitor } from "./rule.ts";

/** A visitor that reports the problems of units which belong to one rule. */
export function unitProblemVisitor(rule: RuleId): Visitor {
  return {
    unit(unit, { set }, report) {
      for (const problem of unitProblems(unit, set)) {
        const place = problem.check === rule ? placeOf(problem, unit) : undefined;
        if (place === undefined) continue;
        report(place, {
          message: problem.message,
          systemd: problem.verdict,
          ...(problem.effect !== undefined && { effect: problem.effect }),
          excused: (problem.because ?? []).length > 0,
          related: (problem.related ?? []).map(({ at, message }) => {
            const { file, span } = assignmentPlace(at);
            return { file: file.source, span, message };
          }),
          fixes: (problem.remedies ?? []).map(toFix),
        });
      }
    },
  };
}

function placeOf({ at, part }: UnitProblem, unit: Unit): Place | undefined {
  if (typeof at === "string") return sectionPlace(unit, at);
  if (part === undefined) return assignmentPlace(at);
  return part === "key" ? keyPlace(at) : wordPlace(at, part.word);
}

function toFix({ title, at, write }: Remedy): Fix {
  const edit = "value" in write ? replacingValue(at, write.value) : lineBefore(at, write.before);
  return { title, safety: "unsafe", edits: [{ file: at.file.source, edits: [edit] }] };
}

function replacingValue({ entry }: PlacedAssignment, text: string): TextEdit {
  return { span: entry.value.span, text };
}
