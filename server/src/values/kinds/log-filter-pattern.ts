/**
 * Which log messages are kept: a regular expression of PCRE2, or one behind ~ of what is dropped.
 * systemd: config_parse_log_filter_patterns(), src/core/load-fragment.c
 */
import { accepted, type Parsed, rejected, type ValueKind } from "../kind.ts";
import { patternFault } from "../pattern-syntax.ts";

export const logFilterPattern: ValueKind = {
  id: "log-filter-pattern",
  describe: "a regular expression, with a leading ~ for what is not to be logged",
  parse: parseLogFilterPattern,
};

function parseLogFilterPattern(text: string): Parsed {
  if (text === "") return accepted("");
  const start = text.startsWith("~") ? 1 : 0;
  const prefix = { kind: "prefix", span: { start: 0, end: 1 } } as const;
  if (text === "~") return rejected("A regular expression must follow the ~", prefix.span);
  const fault = patternFault(text.slice(start));
  if (fault !== undefined) {
    const span = { start: fault.span.start + start, end: fault.span.end + start };
    return rejected(`${fault.message} in the regular expression`, span);
  }
  const pattern = { kind: "string", span: { start, end: text.length } } as const;
  return accepted(text, start === 0 ? [pattern] : [prefix, pattern]);
}
