/**
 * Where a process reads or writes: a word of a table, or what stands behind `fd:` and `file:`.
 * systemd: config_parse_exec_input(), config_parse_exec_output(), src/core/load-fragment.c
 */
import type { SystemdVersion } from "../catalog/directive.ts";
import { expand } from "./expanded-text.ts";
import { judgeFdName } from "./fd-name.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart } from "./kind.ts";
import { MappedText } from "./mapped-text.ts";
import { NAME_MAX, PATH_MAX, pathProblem } from "./path.ts";
import { shown } from "./shown.ts";

/** Reads `fd:NAME`, or one of `prefixes` and a path; anything else is for `table`. */
export function readStream(
  text: string,
  at: ValueContext,
  { table, prefixes }: { table: ValueKind; prefixes: readonly string[] },
): Parsed {
  const prefix = ["fd:", ...prefixes].find(known => text.startsWith(known));
  if (prefix !== undefined) return readTarget(text, at, prefix);
  const parsed = table.parse(text, at);
  const [problem, ...more] = parsed.problems;
  if (problem?.consequence !== "drops-line") return parsed;
  const replacement = meantTarget(text, prefixes);
  const message = text === "" ? problem.message : `${shown(text)} is not allowed; write ${table.describe}`;
  return { ...parsed, problems: [{ ...problem, message, ...(replacement && { replacement }) }, ...more] };
}

function readTarget(text: string, at: ValueContext, prefix: string): Parsed {
  const isName = prefix === "fd:";
  const keyword: ValuePart = { kind: "keyword", span: { start: 0, end: prefix.length - 1 } };
  const target = MappedText.verbatim(text.slice(prefix.length), prefix.length);
  const outcome = expand(target, at, { most: isName ? NAME_MAX : PATH_MAX - 1 });
  if ("problem" in outcome) return { parts: [keyword], problems: [outcome.problem] };
  const problem = isName ? judgeFdName(outcome.text) : judgePath(outcome.text, prefix, at.version);
  if (problem !== undefined) return { parts: [keyword, ...outcome.parts], problems: [problem] };
  const part: ValuePart = { kind: isName ? "string" : "path", span: target.span() };
  const parts = target.text === "" ? [keyword] : [keyword, part, ...outcome.parts];
  return { value: prefix + outcome.text.text, parts, problems: [] };
}

function judgePath(path: MappedText, prefix: string, version: SystemdVersion): ReturnType<typeof pathProblem> {
  if (path.text !== "") return pathProblem(path, { absolute: true, version }, "drops-line");
  const message = `Behind ${prefix} stands no path`;
  return { message, span: path.span(), consequence: "drops-line" };
}

/** A path without prefix, or a prefix in another case. */
function meantTarget(text: string, prefixes: readonly string[]): string | undefined {
  if (text === "/dev/null") return "null";
  if (text.startsWith("/")) return `${prefixes.includes("append:") ? "append:" : "file:"}${text}`;
  const prefix = ["fd:", ...prefixes].find(known => text.toLowerCase().startsWith(known));
  return prefix && prefix + text.slice(prefix.length);
}
