/**
 * Conditions on the version of the kernel and, since 258, of systemd and glibc. systemd: condition_test_version(),
 * condition_test_version_cmp(), src/shared/condition.c; up to 257 condition_test_kernel_version()
 */
import { operatorProblem, readOperator } from "../comparison.ts";
import { conditionKind, type Judged, unchecked, wrong } from "../condition.ts";
import type { ValueContext, ValuePart } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { nextWord } from "../words.ts";

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
  if (version < 258) return wrong(`${software} is no version; only the kernel's is compared before systemd 258`, span);
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
  for (let at = 0, first = true; at <= text.text.length; first = false) {
    const outcome = nextWord(text.text, at, { unquote: true });
    if (outcome === undefined) break;
    if ("error" in outcome)
      return wrong("A quote or an escape does not end", text.span(outcome.span.start, outcome.span.end));
    let { word, rest } = outcome;
    const operator = readOperator(word.text.trim(), true);
    const place = word.span();
    if (operator !== "") parts.push({ kind: "operator", span: text.span(place.start, place.start + operator.length) });
    if (first && operator !== "" && word.text.trim() === operator) {
      const following = nextWord(text.text, rest, {});
      if (following !== undefined && "word" in following) {
        ({ word, rest } = following);
        const wrongOperand = operandProblem(text, word, "");
        if (wrongOperand !== undefined) return { parts, problems: [wrongOperand] };
        at = rest;
        continue;
      }
    }
    const problem = operandProblem(text, word, operator);
    if (problem !== undefined) return { parts, problems: [problem] };
    at = rest;
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
