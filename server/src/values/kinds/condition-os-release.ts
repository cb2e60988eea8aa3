/** Conditions on fields of os-release. systemd: condition_test_osrelease(), src/shared/condition.c */
import { operatorProblem, readOperator } from "../comparison.ts";
import { conditionKind, type Judged, unchecked, wrong } from "../condition.ts";
import type { ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { nextWord } from "../words.ts";

export const conditionOsRelease = conditionKind(
  "condition-os-release",
  "comparisons such as ID=debian or VERSION_ID>=12, without blanks",
  judgeRelease,
);

function judgeRelease(text: MappedText): Judged {
  const spaced = /^([A-Za-z_]\w*)\s*(!?\$=|<>|<=|>=|==|!=|[<>=])\s*([^\s"'<>=!$]+)$/.exec(text.text);
  if (spaced !== null && /\s/.test(text.text)) {
    const [, key = "", operator = "", value = ""] = spaced;
    return wrong("No blanks may stand around the operator", text.span(), `${key}${operator}${value}`);
  }
  const parts: ValuePart[] = [];
  for (let at = 0; at <= text.text.length; ) {
    const outcome = nextWord(text.text, at, { unquote: true });
    if (outcome === undefined) break;
    if ("error" in outcome)
      return wrong("A quote or an escape does not end", text.span(outcome.span.start, outcome.span.end));
    const { start, end } = outcome.word.span();
    const verdict = judgeField(outcome.word, text.slice(start, end));
    if ("message" in verdict) return { parts, problems: [verdict] };
    parts.push(verdict);
    at = outcome.rest;
  }
  return { parts };
}

/** `written` is the same as `word`, at its place. */
function judgeField(word: MappedText, written: MappedText): ValuePart | ValueProblem {
  const key = /^[^!<=>$]*/.exec(word.text)?.[0] ?? "";
  const operator = readOperator(word.text.slice(key.length), true);
  const value = word.text.slice(key.length + operator.length);
  if (operator === "")
    return unchecked(`${shown(word.text)} is no comparison; write one such as ID=debian`, written.span());
  if (!/^[A-Za-z_]\w*$/.test(key))
    return unchecked(`${key === "" ? "Nothing" : shown(key)} is no field of os-release`, written.span());
  if (value === "" || /^\s/.test(value)) return unchecked(`No value follows ${shown(key)}${operator}`, written.span());
  const swapped = operatorProblem(written.slice(key.length));
  if (swapped !== undefined) return swapped;
  return { kind: "variable-name", span: written.span(0, key.length) };
}
