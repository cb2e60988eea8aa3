/**
 * Conditions on the number of CPUs and the size of memory. systemd: condition_test_cpus(), condition_test_memory(),
 * src/shared/condition.c
 */
import { operatorProblem, readOperator } from "../comparison.ts";
import { conditionKind, type Judged, judgedPiece, wrong } from "../condition.ts";
import { readInteger, UINT_MAX } from "../integer.ts";
import type { ValueContext, ValueKind } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { readSize } from "../size.ts";

export const conditionAmounts: readonly ValueKind[] = [
  conditionKind("condition-cpus", "a number of CPUs, after a comparison such as >=", judgeCpus),
  conditionKind("condition-memory", "a size such as 4G, after a comparison such as >=", judgeMemory),
];

function judgeCpus(text: MappedText): Judged {
  const compared = readComparison(text);
  if ("problems" in compared) return compared;
  const { amount, parts } = compared;
  const span = amount.span();
  if ("value" in readInteger(amount.text, { least: 0n, most: UINT_MAX }))
    return { parts: [...parts, { kind: "number", span }] };
  return wrong(`${shown(amount.text)} is no number of CPUs`, span);
}

/** Suffixes such as G came with 252. */
function judgeMemory(text: MappedText, { version }: ValueContext): Judged {
  const compared = readComparison(text);
  if ("problems" in compared) return compared;
  const { amount, parts } = compared;
  const judged = judgedPiece(amount, readSize(amount.text, 1024));
  if (judged.problems === undefined && version < 252 && /[A-Z]/.test(amount.text))
    return wrong("Sizes with suffixes are known here from systemd 252 on; write the bytes", amount.span());
  return { ...judged, parts: [...parts, ...(judged.parts ?? [])] };
}

type Comparison = { readonly amount: MappedText; readonly parts: NonNullable<Judged["parts"]> };

/** The comparison, and what follows it. */
function readComparison(text: MappedText): Comparison | Required<Pick<Judged, "problems">> {
  const problem = operatorProblem(text);
  if (problem !== undefined) return { problems: [problem] };
  const operator = readOperator(text.text, false);
  const blanks = /^\s*/.exec(text.text.slice(operator.length))?.[0].length ?? 0;
  const amount = text.slice(operator.length + blanks);
  const parts = operator === "" ? [] : [{ kind: "operator", span: text.span(0, operator.length) } as const];
  if (amount.text !== "") return { amount, parts };
  return { problems: wrong(`Nothing follows ${operator}`, text.span()).problems ?? [] };
}
