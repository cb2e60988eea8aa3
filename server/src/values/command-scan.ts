/** How far the reading of a command line has come, and what was found on the way. */
import type { Span } from "../text/span.ts";
import type { Command } from "./command.ts";
import { nextCommandWord, skipBlanks } from "./command-words.ts";
import type { Consequence, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";

/** The reading is over: the end, or a problem that is already told. */
export const over = Symbol("over");
export type Over = typeof over;

/** A place in a command line, which only moves on. */
export class CommandScan {
  readonly text: string;
  readonly commands: Command[] = [];
  readonly parts: ValuePart[] = [];
  readonly problems: ValueProblem[] = [];
  /** Where the next word is looked for. */
  from = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes the next word; `consequence` is that of one that cannot be read. */
  readWord(consequence: Consequence): MappedText | Over {
    const outcome = nextCommandWord(this.text, this.from);
    if (outcome === undefined) return over;
    if ("message" in outcome) return this.tell(outcome.message, outcome.span, consequence);
    if (outcome.note !== undefined) this.problems.push(outcome.note);
    this.from = outcome.rest;
    return outcome.word;
  }

  /** Takes `;` or `\;`, which stands at the place. */
  takeOperator(operator: string): void {
    const span = { start: this.from, end: this.from + operator.length };
    this.parts.push({ kind: operator === ";" ? "operator" : "argument", span });
    this.from = span.end;
    this.skipBlanks();
  }

  skipBlanks(): void {
    this.from = skipBlanks(this.text, this.from);
  }

  /** Keeps a problem that ends the reading. */
  tell(message: string, span: Span, consequence: Consequence): Over {
    return this.stop({ message, span, consequence });
  }

  /** Commands before this one stay, so that only a piece is lost. */
  stop(problem: ValueProblem): Over {
    const partly = problem.consequence === "drops-line" && this.commands.length > 0;
    this.problems.push(partly ? { ...problem, consequence: "drops-piece" } : problem);
    return over;
  }
}
