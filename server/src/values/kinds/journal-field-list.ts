/**
 * Fields that every log message of the unit gets: words with quotes and escapes, then specifiers, each `NAME=value`.
 * systemd: config_parse_log_extra_fields(), src/core/load-fragment.c; journal_field_valid(), src/libsystemd/sd-journal/journal-file.c
 */
import { append } from "../append.ts";
import { expand } from "../expanded-text.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const journalFieldList: ValueKind = {
  id: "journal-field-list",
  describe: "fields such as COLOR=blue, in capitals",
  parse: parseJournalFields,
};

/** Since 257 no unit may have more. */
const mostFields = 1014;

function parseJournalFields(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text, { unquote: true, unescape: true });
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  const fields: string[] = [];
  for (const word of words) {
    const field = readField(word, at);
    append(parts, field.parts);
    append(problems, field.problems);
    if (typeof field.value !== "string") continue;
    if (fields.length >= mostFields && at.version >= 257) {
      problems.push(dropped("There are more than 1,014 fields; this and what follows is left out", word));
      return { value: fields, parts, problems };
    }
    fields.push(field.value);
  }
  if (failure !== undefined) problems.push(wordFailure(text, failure, "drops-piece"));
  return { value: fields, parts, problems };
}

function readField(word: MappedText, at: ValueContext): Parsed {
  const outcome = expand(word, at, { consequence: "drops-piece" });
  if ("problem" in outcome) return { parts: [], problems: [outcome.problem] };
  const equals = outcome.text.text.indexOf("=");
  if (equals < 0) {
    const message = `${shown(word.text)} has no =; write a name and a value such as COLOR=blue`;
    return { parts: [], problems: [dropped(message, word)] };
  }
  const name = outcome.text.slice(0, equals);
  const fault = nameFault(name.text);
  if (fault !== undefined) return { parts: [], problems: [dropped(fault, name, capitals(name))] };
  const value = outcome.text.slice(equals + 1);
  const parts: ValuePart[] = [{ kind: "variable-name", span: name.span() }];
  if (value.text !== "") parts.push({ kind: "string", span: value.span() });
  return { value: outcome.text.text, parts: [...parts, ...outcome.parts], problems: [] };
}

function nameFault(name: string): string | undefined {
  if (name === "") return "The name of the field is missing before the =";
  if (name.length > 64) return "The name of a field has at most 64 letters";
  if (name.startsWith("_")) return `The name ${shown(name)} must not start with _: such fields are the journal's own`;
  if (/^[0-9]/.test(name)) return `The name ${shown(name)} must not start with a digit`;
  return /[^A-Z0-9_]/.test(name) ? `The name ${shown(name)} takes only capitals, digits and _` : undefined;
}

/** The same name in capitals, where that makes it right. */
function capitals(name: MappedText): string | undefined {
  const better = name.text.toUpperCase().replace(/-/g, "_");
  const { start, end } = name.span();
  return nameFault(better) === undefined && end - start === better.length ? better : undefined;
}

function dropped(message: string, place: MappedText, replacement?: string): ValueProblem {
  return { message, span: place.span(), consequence: "drops-piece", ...(replacement && { replacement }) };
}
