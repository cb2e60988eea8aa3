/**
 * Conditions on the version of the kernel and, since 258, of systemd and glibc. systemd: condition_test_version(),
 * condition_test_version_cmp(), src/shared/condition.c; up to 257 condition_test_kernel_version()
 */
import { operatorProblem, readOperator } from "../comparison.ts";
import { conditionKind, type Judged, unchecked, wrong } from "../condition.ts";
import type { ValueContext, ValuePart } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { splitWords } from "../words.ts";

export const conditionVersion = conditionKind(
  "condition-version",
  "comparisons such as >=6.1, or patterns such as 6.1.*",
  judgeVersion,
  ({ version }) => (version >= 258 ? ["glibc", "kernel", "systemd"] : []),
);

function judgeVersion(text: MappedText, { version }: ValueContext): Judged {
  const [, software = "", blanks = ""] = /^([A-Za-z][A-Za-z0-9_-]*)(\s*)(?=[!<=>$]|\s|$)/.exec(text.text) ?? [];
  if (software === "") return judgeExpressions(text, []);
  const span = text.span(0, software.length);
  const problem = operatorProblem(text);
  if (problem !== undefined) return { problems: [problem] };
  if (version < 258)
    return wrong(`${shown(software)} is no version; only the kernel's is compared before systemd 258`, span);
  if (!["glibc", "kernel", "systemd"].includes(software))
    return wrong(
      `The version of ${shown(software)} is unknown to systemd; it knows those of kernel, systemd and glibc`,
      span,
    );
  const rest = text.slice(software.length + blanks.length);
  if (rest.text === "") return wrong(`Nothing follows ${software}: this holds for every version`, span);
  return judgeExpressions(rest, [{ kind: "keyword", span }]);
}

/** Words of an operator and a version each; between those of the first, blanks are allowed. */
function judgeExpressions(text: MappedText, before: readonly ValuePart[]): Judged {
  const parts = [...before];
  const { words, failure } = splitWords(text.text, { unquote: true });
  if (failure !== undefined)
    return wrong("A quote or an escape does not end", text.span(failure.span.start, failure.span.end));
  let waiting = false;
  for (const [i, word] of words.entries()) {
    const { start } = word.span();
    const operator: string = waiting ? "" : readOperator(word.text.trim(), true);
    if (operator !== "") parts.push({ kind: "operator", span: text.span(start, start + operator.length) });
    waiting = i === 0 && words.length > 1 && operator !== "" && word.text.trim() === operator;
    const problem = waiting ? undefined : operandProblem(text, word, operator);
    if (problem !== undefined) return { parts, problems: [problem] };
  }
  return { parts };
}

/** What is wrong with a word behind its operator; a version without digits matches nothing, unless it is a pattern. */
function operandProblem(text: MappedText, word: MappedText, operator: string) {
  const { start, end } = word.span();
  const swapped = operatorProblem(text.slice(start, end));
  if (swapped !== undefined) return swapped;
  const version = word.text.trim().slice(operator.length).trim();
  const span = text.span(start, end);
  if (version === "") return unchecked(`No version follows ${operator}; no blank may stand between them`, span);
  if (/[<>=!]/.test(version)) return unchecked(`${shown(version)} is no version; operators stand before it`, span);
  if (/[0-9*?[]/.test(version)) return undefined;
  return unchecked(`${shown(version)} is no version: it has no digits`, span);
}
