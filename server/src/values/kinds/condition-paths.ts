/** Conditions on paths, and on patterns of paths. systemd: config_parse_unit_condition_path(), src/core/load-fragment.c */
import { readSigns, unchecked } from "../condition.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValueProblem } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { readPath, severalPaths } from "../path-reading.ts";

export const conditionPaths: readonly ValueKind[] = [
  {
    id: "condition-path",
    describe: "an absolute path, after ! to turn it around, after | where one of several must hold",
    parse: (text, at) => parsePathCondition(text, at, false),
  },
  {
    id: "condition-glob",
    describe: "an absolute path with * and ?, after ! to turn it around, after | where one of several must hold",
    parse: (text, at) => parsePathCondition(text, at, true),
  },
];

/** No blank may follow the signs: it would be the path's first character. */
function parsePathCondition(text: string, at: ValueContext, pattern: boolean): Parsed {
  if (text === "") return accepted(undefined);
  const { trigger, negate, from, parts } = readSigns(text, "keep");
  const written = MappedText.verbatim(text.slice(from), from);
  const reading = readPath(written, at, { absolute: true, consequence: "drops-line" });
  const labelled = [...parts, ...reading.parts];
  if (reading.problem !== undefined)
    return { parts: labelled, problems: [signProblem(written, negate) ?? reading.problem] };
  const doubt =
    severalPaths(written, /\s+(?=[|!]*\/)/, "One condition takes one path; write a line for each") ??
    (pattern ? undefined : patternProblem(written, at));
  const value = { trigger, negate, path: reading.path };
  return { value, parts: labelled, problems: doubt === undefined ? [] : [doubt] };
}

/** Blanks behind a sign, and signs in the wrong order or twice. */
function signProblem(written: MappedText, negate: boolean): ValueProblem | undefined {
  const [found] = /^\s+(?=[|!/])/.exec(written.text) ?? [];
  if (found !== undefined) {
    const span = written.span(0, found.length);
    return {
      message: "No blank may stand between the sign and the path",
      span,
      consequence: "drops-line",
      replacement: "",
    };
  }
  const sign = /^[|!](?=[|!]*\/)/.exec(written.text)?.[0];
  if (sign === undefined) return undefined;
  const message =
    sign === "|" && negate ? "The | must stand before the !" : `Only one ${sign} may stand before the path`;
  return { message, span: written.span(0, 1), consequence: "drops-line" };
}

function patternProblem(written: MappedText, { name }: ValueContext): ValueProblem | undefined {
  const star = written.text.indexOf("*");
  if (star < 0) return undefined;
  const glob = name.startsWith("Assert") ? "AssertPathExistsGlob" : "ConditionPathExistsGlob";
  return unchecked(
    `* is no pattern here but the character itself; ${glob}= takes patterns`,
    written.span(star, star + 1),
  );
}
