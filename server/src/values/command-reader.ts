/** Reading the commands of one assignment. systemd: config_parse_exec(), src/core/load-fragment.c */

import type { Span } from "../text/span.ts";
import { append } from "./append.ts";
import { type CommandFlag, programFault, readPrefixes, shellPrefixSince } from "./command.ts";
import { commandDoubts } from "./command-doubts.ts";
import { ambientNote } from "./command-prefixes.ts";
import { CommandScan, type Over, over } from "./command-scan.ts";
import { argumentParts, commandOperator } from "./command-words.ts";
import type { Consequence, Parsed, ValueContext } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { simplifyPath } from "./path.ts";
import { expandSpecifiers, unknownSpecifier } from "./specifiers.ts";

/** Reads commands one by one; the value is a list of `Command`. */
export function readCommandLine(text: string, at: ValueContext): Parsed {
  return new CommandReader(text, at).read();
}

/** The words behind the program, and whether another command follows. */
interface Arguments {
  readonly words: readonly MappedText[];
  readonly resolved: readonly string[];
  readonly more: boolean;
}

class CommandReader {
  private readonly scan: CommandScan;
  private readonly at: ValueContext;

  constructor(text: string, at: ValueContext) {
    this.scan = new CommandScan(text);
    this.at = at;
  }

  read(): Parsed {
    while (this.readCommand() !== over) this.scan.skipBlanks();
    const { commands, parts, problems } = this.scan;
    const lost = problems.some(({ consequence }) => consequence === "drops-line" || consequence === "fatal");
    return { ...(lost ? {} : { value: commands }), parts, problems };
  }

  private readCommand(): Over | undefined {
    const start = this.scan.from;
    const first = this.scan.readWord("drops-line");
    if (first === over) return over;
    if (first.text === ";") {
      this.scan.parts.push({ kind: "operator", span: first.span() });
      return undefined;
    }
    const { flags, length } = readPrefixes(first.text, this.at.version);
    if (length > 0) this.scan.parts.push({ kind: "prefix", span: first.span(0, length) });
    if (flags.has("ambient")) append(this.scan.problems, ambientNote(first, length, this.at.version));
    const place = length > 0 ? first.span() : { start, end: Math.min(this.scan.from, this.scan.text.length) };
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
      return this.scan.tell("Behind the prefix @ and the program a word for argv[0] is missing", place, consequence);
    const rewritable = !read.more && !flags.has("own-argv0") && !flags.has("no-variables");
    const { words } = read;
    this.scan.problems.push(...commandDoubts({ program: path, named: rest, words, text: this.scan.text, rewritable }));
    return this.keep(path, argv, flags, read.more);
  }

  /** With the prefix `|` the first word is an argument like the others, but for its specifiers. */
  private readShellCommand(rest: MappedText, flags: ReadonlySet<CommandFlag>): Over | undefined {
    const variables = !flags.has("no-variables");
    if (rest.text !== "") append(this.scan.parts, argumentParts(rest, variables));
    const read = this.readArguments(flags.has("ignore-failure") ? "drops-line" : "fatal", variables);
    if (read === over) return over;
    const argv0 = flags.has("own-argv0") ? "-sh" : "sh";
    const argv = [argv0, ...(rest.text === "" ? [] : [rest.text]), ...read.resolved];
    return this.keep("/bin/sh", argv, flags, read.more);
  }

  private keep(path: string, argv: readonly string[], all: ReadonlySet<CommandFlag>, more: boolean): Over | undefined {
    const flags = [...all].filter(flag => flag !== "ambient" || this.at.version < shellPrefixSince);
    this.scan.commands.push({ path: simplifyPath(path, this.at.version), argv, flags });
    return more ? undefined : over;
  }

  private readProgram(word: MappedText, place: Span, consequence: Consequence): string | Over {
    const { text: path, parts, unknown } = expandSpecifiers(word, this.at);
    if (word.text !== "") append(this.scan.parts, [{ kind: "command", span: word.span() }, ...parts]);
    if (unknown !== undefined) return this.scan.stop(unknownSpecifier(unknown, consequence));
    if (path === undefined || path.text === "")
      return this.scan.tell("The path of a program is missing", place, consequence);
    const fault = programFault(path, this.at.version);
    return fault === undefined ? path.text : this.scan.tell(fault.message, fault.span, consequence);
  }

  private readArguments(consequence: Consequence, variables: boolean): Arguments | Over {
    const words: MappedText[] = [];
    const resolved: string[] = [];
    while (this.scan.from < this.scan.text.length) {
      const operator = commandOperator(this.scan.text, this.scan.from);
      if (operator !== undefined) {
        this.scan.takeOperator(operator);
        if (operator === ";") return { words, resolved, more: true };
        resolved.push(";");
        continue;
      }
      const word = this.scan.readWord(consequence);
      if (word === over) return over;
      const { text, parts, unknown } = expandSpecifiers(word, this.at);
      append(this.scan.parts, [...argumentParts(word, variables), ...parts]);
      if (unknown !== undefined) return this.scan.stop(unknownSpecifier(unknown, consequence));
      words.push(word);
      resolved.push(text?.text ?? word.text);
    }
    return { words, resolved, more: false };
  }
}
