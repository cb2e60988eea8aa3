/** What a value grammar is, and what it tells of a value. */
import type { KindId, SectionName, SystemdVersion, UnitType } from "../catalog/directive.ts";
import type { Span } from "../text/span.ts";

/** A value grammar: one file each, named after its kind. */
export interface ValueKind {
  readonly id: KindId;
  /** What is allowed, for people, as the end of a sentence: `yes or no`, `a time span such as 5min 20s`. */
  readonly describe: string;
  /** Reads a logical value: continuations joined, no blanks at either end; empty where nothing follows the `=`. */
  readonly parse: (text: string, at: ValueContext) => Parsed;
  /** True for the few whose problems may be fatal: they are read early, to know where systemd stops. */
  readonly fatal?: true;
  /** True for the few that look at the unit's own name even where no specifier stands. */
  readonly readsUnit?: true;
  /** Words that may be written, for completion and for the nearest one; only for kinds with a fixed vocabulary. */
  readonly words?: (at: ValueContext) => readonly string[];
}

/** Where a value stands. Grammars depend on nothing else. */
export interface ValueContext {
  readonly version: SystemdVersion;
  readonly manager: "system" | "user";
  readonly section: SectionName;
  /** The directive's name, without `=`. */
  readonly name: string;
  readonly type: UnitType;
  /** The unit's name where it has one: not for drop-ins of a whole type. */
  readonly unit?: string;
}

/** What a grammar made of a value. */
export interface Parsed {
  /** What systemd would store, in a form that prints well; absent where the value is invalid or nobody needs it. */
  readonly value?: unknown;
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
}

/** The kinds of meaningful pieces, for tokens, hover, links, completion and rename. */
export type PartKind =
  | "boolean"
  | "number"
  | "unit-of-measure"
  | "keyword"
  | "operator"
  | "path"
  | "unit-name"
  | "user"
  | "group"
  | "specifier"
  | "command"
  | "argument"
  | "prefix"
  | "variable"
  | "variable-name"
  | "string"
  | "signal"
  | "capability"
  | "syscall"
  | "syscall-group"
  | "address"
  | "uri"
  | "weekday"
  | "date"
  | "time"
  | "time-zone";

/** A meaningful piece of a value; its span is of the logical value. */
export interface ValuePart {
  readonly kind: PartKind;
  readonly span: Span;
}

/**
 * What systemd does about a problem: drops the whole assignment, drops only the piece, honours it with a complaint, keeps silent
 * (the problem is ours alone), or treats it as fatal: the unit is refused, and in a drop-in nothing below is read.
 */
export type Consequence = "drops-line" | "drops-piece" | "notes" | "silent" | "fatal";

/** Something wrong with a value. */
export interface ValueProblem {
  /** One line, no final period: what is wrong with the piece as written, and what is allowed. */
  readonly message: string;
  /** The smallest piece that is wrong, in the logical value. */
  readonly span: Span;
  readonly consequence: Consequence;
  /** The rule that tells it, where it is not the consequence's own. */
  readonly rule?:
    | "unknown-specifier"
    | "deprecated-value"
    | "unchecked-value"
    | "shared-nobody"
    | "shell-syntax-in-exec"
    | "environment-expects-shell";
  /** What to write in place of `span`, where it is plain. */
  readonly replacement?: string;
  /** systemd reads the piece as if `replacement` stood there. */
  readonly equivalent?: true;
  /** What to write in place of a larger stretch, in words and text. */
  readonly remedy?: { readonly title: string; readonly span: Span; readonly text: string };
}

/** A value without problems. */
export function accepted(value: unknown, parts: readonly ValuePart[] = []): Parsed {
  return { value, parts, problems: [] };
}

/** A value that systemd drops whole. */
export function rejected(message: string, span: Span, more: Partial<ValueProblem> = {}): Parsed {
  return { parts: [], problems: [{ message, span, consequence: "drops-line", ...more }] };
}

/** The span of a whole text. */
export function whole(text: string): Span {
  return { start: 0, end: text.length };
}
