/**
 * Lists of names that files could have. systemd: config_parse_managed_oom_rules(), config_parse_luo_sessions(), src/core/load-fragment.c;
 * luo_session_name_is_valid(), src/shared/luo-util.c; string_is_safe(), src/basic/string-util.c
 */
import { judgeFdName } from "../fd-name.ts";
import {
  accepted,
  type Parsed,
  rejected,
  type ValueContext,
  type ValueKind,
  type ValueProblem,
  whole,
} from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { byteLength, isFileName, isUtf8, NAME_MAX } from "../path.ts";
import { shown } from "../shown.ts";
import { wordFailure } from "../word-failure.ts";
import { readWordList } from "../word-list.ts";

export const fileNameLists: readonly ValueKind[] = [
  { id: "oom-rule-list", describe: "names of rule files of systemd-oomd", parse: parseOomRules },
  { id: "luo-session-list", describe: "names of sessions of the live update orchestrator", parse: parseSessions },
];

const governed: ReadonlySet<string> = new Set(["service", "scope", "slice"]);

/** Before anything else the type of the unit counts. */
function parseOomRules(text: string, at: ValueContext): Parsed {
  if (!governed.has(at.type)) {
    const article = at.type.startsWith("a") ? "an" : "a";
    return rejected(
      `${at.name}= counts in services, scopes and slices, not in ${article} ${at.type} unit`,
      whole(text),
    );
  }
  if (text === "") return accepted("");
  const options = { unquote: true, retainEscape: true };
  const { words, parts, problems, failure } = readWordList(text, 0, options, word => ruleProblem(word) ?? "string");
  if (failure === undefined) return { value: words, parts, problems };
  return { parts, problems: [...problems, wordFailure(text, failure, "drops-line")] };
}

function ruleProblem(word: MappedText): ValueProblem | undefined {
  const { text } = word;
  const odd = unsafeProblem(word, "a rule");
  if (odd !== undefined) return odd;
  if (isFileName(text) && isUtf8(text)) return undefined;
  const message = `${text === "" ? "An empty word" : shown(text)} is no name of a rule: it must be able to name a file`;
  return { message, span: word.span(), consequence: "drops-piece" };
}

function parseSessions(text: string): Parsed {
  if (text === "") return accepted("");
  const seen = new Set<string>();
  const { words, parts, problems, failure } = readWordList(text, 0, {}, word => {
    const problem = sessionProblem(word, seen);
    seen.add(word.text);
    return problem ?? "string";
  });
  if (failure === undefined) return { value: words, parts, problems };
  const consequence = words.length > 0 ? "drops-piece" : "drops-line";
  return { value: words, parts, problems: [...problems, wordFailure(text, failure, consequence)] };
}

/** A name that another line of the unit has is refused too; that is for the whole unit to judge. */
function sessionProblem(word: MappedText, seen: ReadonlySet<string>): ValueProblem | undefined {
  const fault = (message: string): ValueProblem => ({ message, span: word.span(), consequence: "drops-piece" });
  const odd = unsafeProblem(word, "a session") ?? blankProblem(word) ?? judgeFdName(word);
  if (odd !== undefined) return { ...odd, consequence: "drops-piece" };
  if (byteLength(word.text) > NAME_MAX) return fault("The name of a session is longer than 255 bytes");
  return seen.has(word.text) ? fault(`The session ${shown(word.text)} stands here twice`) : undefined;
}

/** Only an escape can bring a blank into a word. */
function blankProblem(word: MappedText): ValueProblem | undefined {
  const at = word.text.indexOf(" ");
  if (at < 0) return undefined;
  const message = "A blank is not allowed in the name of a session";
  return { message, span: word.origin(at), consequence: "drops-piece" };
}

function unsafeProblem(word: MappedText, noun: string): ValueProblem | undefined {
  const at = word.text.search(/[\x01-\x1f\x7f\\"'*?[]/);
  if (at < 0) return undefined;
  const character = shown(word.text.charAt(at));
  return {
    message: `${character} is not allowed in the name of ${noun}`,
    span: word.origin(at),
    consequence: "drops-piece",
  };
}
