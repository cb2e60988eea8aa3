/** Reading the commands of one assignment. systemd: config_parse_exec(), src/core/load-fragment.c */

import type { Span } from "../text/span.ts";
import { append } from "./append.ts";
import {
  type Command,
  type CommandFlag,
  programDoubt,
  programFault,
  readPrefixes,
  shellPrefixSince,
} from "./command.ts";
import { argumentParts, commandOperator, nextCommandWord, skipBlanks } from "./command-words.ts";
import type { Consequence, Parsed, ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { byteLength, PATH_MAX, simplifyPath } from "./path.ts";
import { asShellCommand, shellSyntax } from "./shell-syntax.ts";
import { expandSpecifiers, unknownSpecifier } from "./specifiers.ts";

/** Reads commands one by one; the value is a list of `Command`. */
export function readCommandLine(text: string, at: ValueContext): Parsed {
  return new CommandReader(text, at).read();
}

/** The reading is over: the end, or a problem that is already told. */
const over = Symbol("over");
type Over = typeof over;

/** The words behind the program, and whether another command follows. */
interface Arguments {
  readonly words: readonly MappedText[];
  readonly resolved: readonly string[];
  readonly more: boolean;
}

class CommandReader {
  private readonly text: string;
  private readonly at: ValueContext;
  private readonly commands: Command[] = [];
  private readonly parts: ValuePart[] = [];
  private readonly problems: ValueProblem[] = [];
  private from = 0;

  constructor(text: string, at: ValueContext) {
    this.text = text;
    this.at = at;
  }

  read(): Parsed {
    while (this.readCommand() !== over) this.from = skipBlanks(this.text, this.from);
    const { parts, problems } = this;
    const lost = problems.some(({ consequence }) => consequence === "drops-line" || consequence === "fatal");
    return { ...(lost ? {} : { value: this.commands }), parts, problems };
  }

  private readCommand(): Over | undefined {
    const start = this.from;
    const first = this.readWord("drops-line");
    if (first === over) return over;
    if (first.text === ";") {
      this.parts.push({ kind: "operator", span: first.span() });
      return undefined;
    }
    const { flags, length } = readPrefixes(first.text, this.at.version);
    this.tellPrefixes(first, length, flags.has("ambient"));
    const place = length > 0 ? first.span() : { start, end: Math.min(this.from, this.text.length) };
    return flags.has("via-shell")
      ? this.readShellCommand(first.slice(length), flags)
      : this.readPlainCommand(first.slice(length), flags, place);
  }

  private readPlainCommand(rest: MappedText, flags: ReadonlySet<CommandFlag>, place: Span): Over | undefined {
    const consequence = flags.has("ignore-failure") ? "drops-line" : "fatal";
    const path = this.readProgram(rest, place, consequence);
    if (path === over) return over;
    const read = this.readArguments(consequence, !flags.has("no-variables"));
    if (read === over) return over;
    const argv = flags.has("own-argv0") ? read.resolved : [path, ...read.resolved];
    if (argv.length === 0)
      return this.tell("Behind the prefix @ and the program a word for argv[0] is missing", place, consequence);
    this.doubt(path, rest, read, !flags.has("own-argv0") && !flags.has("no-variables"));
    return this.keep(path, argv, flags, read.more);
  }

  /** With the prefix `|` the first word is an argument like the others, but for its specifiers. */
  private readShellCommand(rest: MappedText, flags: ReadonlySet<CommandFlag>): Over | undefined {
    const variables = !flags.has("no-variables");
    if (rest.text !== "") append(this.parts, argumentParts(rest, variables));
    const read = this.readArguments(flags.has("ignore-failure") ? "drops-line" : "fatal", variables);
    if (read === over) return over;
    const argv0 = flags.has("own-argv0") ? "-sh" : "sh";
    const argv = [argv0, ...(rest.text === "" ? [] : [rest.text]), ...read.resolved];
    return this.keep("/bin/sh", argv, flags, read.more);
  }

  private keep(path: string, argv: readonly string[], all: ReadonlySet<CommandFlag>, more: boolean): Over | undefined {
    const flags = [...all].filter(flag => flag !== "ambient" || this.at.version < shellPrefixSince);
    this.commands.push({ path: simplifyPath(path, this.at.version), argv, flags });
    return more ? undefined : over;
  }

  private readWord(consequence: Consequence): MappedText | Over {
    const outcome = nextCommandWord(this.text, this.from);
    if (outcome === undefined) return over;
    if ("message" in outcome) return this.tell(outcome.message, outcome.span, consequence);
    if (outcome.note !== undefined) this.problems.push(outcome.note);
    this.from = outcome.rest;
    return outcome.word;
  }

  private readProgram(word: MappedText, place: Span, consequence: Consequence): string | Over {
    const { text: path, parts, unknown } = expandSpecifiers(word, this.at);
    if (word.text !== "") append(this.parts, [{ kind: "command", span: word.span() }, ...parts]);
    if (unknown !== undefined) return this.stop(unknownSpecifier(unknown, consequence));
    if (path === undefined || path.text === "")
      return this.tell("The path of a program is missing", place, consequence);
    if (byteLength(path.text) >= PATH_MAX)
      return this.tell("The program's path is longer than 4,095 bytes", path.span(), consequence);
    const fault = programFault(path, this.at.version);
    return fault === undefined ? path.text : this.tell(fault.message, fault.span, consequence);
  }

  private readArguments(consequence: Consequence, variables: boolean): Arguments | Over {
    const words: MappedText[] = [];
    const resolved: string[] = [];
    while (this.from < this.text.length) {
      const operator = commandOperator(this.text, this.from);
      if (operator !== undefined) {
        this.takeOperator(operator);
        if (operator === ";") return { words, resolved, more: true };
        resolved.push(";");
        continue;
      }
      const word = this.readWord(consequence);
      if (word === over) return over;
      const { text, parts, unknown } = expandSpecifiers(word, this.at);
      append(this.parts, [...argumentParts(word, variables), ...parts]);
      if (unknown !== undefined) return this.stop(unknownSpecifier(unknown, consequence));
      words.push(word);
      resolved.push(text?.text ?? word.text);
    }
    return { words, resolved, more: false };
  }

  private takeOperator(operator: string): void {
    const span = { start: this.from, end: this.from + operator.length };
    this.parts.push({ kind: operator === ";" ? "operator" : "argument", span });
    this.from = skipBlanks(this.text, span.end);
  }

  private tellPrefixes(first: MappedText, length: number, ambient: boolean): void {
    if (length === 0) return;
    this.parts.push({ kind: "prefix", span: first.span(0, length) });
    if (!ambient || this.at.version < shellPrefixSince) return;
    const last = first.text.slice(0, length).lastIndexOf("!");
    const together = first.text.charAt(last - 1) === "!";
    const span = first.span(together ? last - 1 : last, last + 1);
    const message = `The prefix !! means nothing since systemd ${shellPrefixSince}; leave it out`;
    const replacement = together ? ({ replacement: "", equivalent: true } as const) : {};
    this.problems.push({ message, span, consequence: "notes", rule: "deprecated-value", ...replacement });
  }

  /** What systemd accepts, though it cannot be meant. */
  private doubt(program: string, named: MappedText, { words, more }: Arguments, rewritable: boolean): void {
    const doubt = programDoubt(program);
    const message = doubt === undefined ? shellSyntax({ program, named, words, text: this.text }) : undefined;
    if (doubt !== undefined) {
      this.problems.push({ message: doubt, span: named.span(), consequence: "silent", rule: "unchecked-value" });
    }
    if (message === undefined) return;
    const span = { start: named.span().start, end: this.text.length };
    const text = more || !rewritable ? undefined : asShellCommand(this.text.slice(span.start, span.end));
    this.problems.push({
      message: message.message,
      span: message.word.span(),
      consequence: "silent",
      rule: "shell-syntax-in-exec",
      ...(text !== undefined && { remedy: { title: "Let a shell run it", span, text } }),
    });
  }

  private tell(message: string, span: Span, consequence: Consequence): Over {
    return this.stop({ message, span, consequence });
  }

  /** Commands before this one stay, so that only a piece is lost. */
  private stop(problem: ValueProblem): Over {
    const partly = problem.consequence === "drops-line" && this.commands.length > 0;
    this.problems.push(partly ? { ...problem, consequence: "drops-piece" } : problem);
    return over;
  }
}
