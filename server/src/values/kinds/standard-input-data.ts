/**
 * What a process reads from its standard input: lines with escapes and specifiers, or base64.
 * systemd: config_parse_exec_input_text(), config_parse_exec_input_data(), src/core/load-fragment.c; cunescape(), src/basic/escape.c
 */
import { base64Fault } from "../encoded-bytes.ts";
import { expand } from "../expanded-text.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { wordFailure } from "../word-failure.ts";
import { nextWord } from "../words.ts";

export const standardInputData: readonly ValueKind[] = [
  { id: "input-text", describe: "a line of text, with escapes as in C", parse: parseInputText },
  { id: "input-data", describe: "bytes as base64", parse: parseInputData },
];

/** Escapes come first, so that \x25 begins a specifier too. */
function parseInputText(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const line = nextWord(text, 0, { separators: "", unescape: true });
  if (line === undefined) return accepted("");
  if ("error" in line) return { parts: [], problems: [wordFailure(text, line, "drops-line")] };
  const outcome = expand(line.word, at);
  if ("problem" in outcome) return { parts: [], problems: [outcome.problem] };
  return accepted(outcome.text.text, [{ kind: "string", span: whole(text) }, ...outcome.parts]);
}

function parseInputData(text: string, at: ValueContext): Parsed {
  const fault = base64Fault(text, at.version);
  if (fault !== undefined) return rejected(fault.message, fault.span);
  return accepted(text, text === "" ? [] : [{ kind: "string", span: whole(text) }]);
}
