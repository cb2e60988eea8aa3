/** Words of a command line that only a shell would understand; systemd hands them to the program. */
import { own } from "../text/own.ts";
import type { Span } from "../text/span.ts";
import type { MappedText } from "./mapped-text.ts";
import { operatorAdvice, orWrap, quotedScript, redirectionSetting, substitutionAdvice, wrap } from "./shell-advice.ts";
import {
  baseName,
  builtins,
  globbing,
  isOperator,
  isPlain,
  isSubstitution,
  knowsShell,
  shells,
} from "./shell-words.ts";
import { shown } from "./shown.ts";

/** A command as its words: the program with its specifiers replaced, the place where it is named, and the arguments. */
export interface CommandWords {
  readonly program: string;
  readonly named: MappedText;
  readonly words: readonly MappedText[];
  /** The logical value in which they stand. */
  readonly text: string;
}

/** A word that means nothing without a shell, and what to write in its stead. */
export interface ShellSyntax {
  readonly word: MappedText;
  readonly message: string;
  /** Where another text than the whole command in quotes is the remedy; undefined where none is safe to offer. */
  readonly remedy?: { readonly title: string; readonly span: Span; readonly text: string } | "none";
}

/** The first such word, where neither the program nor a word before it may know what it means. */
export function shellSyntax(command: CommandWords): ShellSyntax | undefined {
  const { program, named, words } = command;
  if (shells.has(baseName(program))) return behindScript(command);
  if (knowsShell(program)) return undefined;
  const builtin = own(builtins, program);
  if (builtin !== undefined) return builtinFound(command, builtin);
  const torn = words[0]?.text.startsWith("/") === true && program.endsWith(";") && isPlain(named, command.text, true);
  return torn ? handedOver(named, command, operatorAdvice(";")) : (operatorFound(command) ?? patternFound(command));
}

function builtinFound(command: CommandWords, what: string): ShellSyntax {
  const { program, named, words } = command;
  const activate = program === "source" && /(?:^|\/)activate$/.test(words[0]?.text ?? "");
  const folder = words[0]?.text.replace(/activate$/, "") ?? "";
  const instead = activate ? `start the program by its path in ${folder}, which needs no activation` : what;
  const message = `${program} is a command of shells, which systemd does not run; ${instead}`;
  const whole = words.some(({ text }) => /^(?:&&|\|\|?)$|;$/.test(text));
  return { word: named, message, ...(!whole && { remedy: "none" }) };
}

function operatorFound(command: CommandWords): ShellSyntax | undefined {
  const { words, text } = command;
  for (const [index, word] of words.entries()) {
    if (knowsShell(word.text)) return undefined;
    const next = words[index + 1];
    if (isOperator(word, next) && isPlain(word, text)) return atOperator(word, command);
    if (isSubstitution(word, words.slice(index, index + FEW), text))
      return handedOver(word, command, substitutionAdvice(command.program, words.slice(index, index + FEW)));
  }
  return undefined;
}

/** How many words a substitution may have: a long line takes no longer than it is long. */
const FEW = 16;

function atOperator(word: MappedText, command: CommandWords): ShellSyntax {
  const { words, text } = command;
  const setting = redirectionSetting(words.slice(words.indexOf(word)));
  const silent = setting?.endsWith("=null") ? `leave it out, or write ${setting}` : undefined;
  const found = handedOver(
    word,
    command,
    silent ?? (setting ? `write ${setting}, ${orWrap}` : operatorAdvice(word.text)),
  );
  if (word.text !== "&") return found;
  const start = text.slice(0, word.span().start).trimEnd().length;
  return { ...found, remedy: { title: "Leave & out", span: { start, end: word.span().end }, text: "" } };
}

function handedOver(word: MappedText, { program }: CommandWords, advice: string): ShellSyntax {
  const message = `systemd runs no shell, so ${word.text} is handed to ${shown(program)} as an argument; ${advice}`;
  return { word, message };
}

/** An operator behind the word that a shell runs: the quotes are missing, or end too early. */
function behindScript({ program, words, text }: CommandWords): ShellSyntax | undefined {
  const at = words.findIndex(({ text: one }) => !/^[-+][a-z]+$/i.test(one) || /^-[a-z]*c$/i.test(one));
  const script = /^-[a-z]*c$/i.test(words[at]?.text ?? "") ? words[at + 1] : undefined;
  if (script === undefined) return undefined;
  const rest = words.slice(at + 2);
  const operator = rest.find((word, i) => isOperator(word, rest[i + 1]) && isPlain(word, text));
  if (operator === undefined) return undefined;
  const name = baseName(program);
  if (!isPlain(script, text)) {
    const setting = redirectionSetting(words.slice(words.indexOf(operator)));
    const advice =
      operator.text === "&" ? "leave it out" : `put it into the quotes${setting ? `, or write ${setting}` : ""}`;
    const message = `${operator.text} stands behind the line that ${name} runs, and means nothing there; ${advice}`;
    return { word: operator, message, remedy: "none" };
  }
  const span = { start: script.span().start, end: text.length };
  const quoted = quotedScript(text.slice(span.start));
  return {
    word: script,
    message: `${name} runs only ${script.text}, the word behind -c; put the whole line in quotes`,
    remedy: quoted === undefined ? "none" : { title: "Put the line in quotes", span, text: quoted },
  };
}

function patternFound({ program, words, text }: CommandWords): ShellSyntax | undefined {
  const name = baseName(program);
  if (!globbing.has(name)) return undefined;
  const word = words.find(one => /^(?:\/[^\s'"\\]*[*]|~\/)[^\s'"\\]*$/.test(one.text) && isPlain(one, text));
  if (word === undefined) return undefined;
  const file = `so ${name} looks for a file named ${word.text}`;
  return word.text.startsWith("~")
    ? { word, message: `systemd knows no ~, ${file}; write the whole path`, remedy: "none" }
    : { word, message: `systemd replaces no wildcards, ${file}; ${wrap}` };
}
