/** The lossless tree of one unit file: logical lines that tile the text, grouped by sections. */
import type { Span } from "../text/span.ts";
import type { LogicalText } from "./logical-text.ts";

/** What one logical line is to systemd's parser. */
export type LineSyntax = SkippedSyntax | HeaderSyntax | EntrySyntax | StraySyntax;

interface LogicalLine {
  /** The whole line with its continuations and its line end; the spans of all lines tile the text. */
  readonly span: Span;
  /** The physical lines behind it; more than one where a continuation joins them. */
  readonly pieces: readonly PieceSyntax[];
  /** Its last line of text ends in a backslash, yet the file ends there. */
  readonly unfinished: boolean;
}

/** One physical line inside a logical line, its line end included. */
export interface PieceSyntax {
  readonly kind: "text" | "comment";
  readonly span: Span;
}

/** A line without meaning: blank, a comment, or a placeholder that fills the line of a skeleton. */
export interface SkippedSyntax extends LogicalLine {
  readonly kind: "blank" | "comment" | "placeholder";
}

/** A line that starts with `[`. */
export interface HeaderSyntax extends LogicalLine {
  readonly kind: "header";
  /** Between the brackets; where the closing one is missing, all that follows the opening one. */
  readonly name: LogicalText;
  readonly closed: boolean;
  /** From `[` to the last visible character. */
  readonly content: LogicalText;
}

/** One `Key=Value`. */
export interface EntrySyntax extends LogicalLine {
  readonly kind: "entry";
  readonly key: LogicalText;
  /** Without blanks at either end, continuations joined. */
  readonly value: LogicalText;
  /** From the key's first to the value's last visible character. */
  readonly content: LogicalText;
}

/** A line that systemd drops, without `=` or with nothing before it, or at which it gives up: not UTF-8, or over-long. */
export interface StraySyntax extends LogicalLine {
  readonly kind: "missing-equals" | "missing-key" | "not-utf8" | "overlong";
  readonly content: LogicalText;
}

/** A header and the lines up to the next one. */
export interface SectionSyntax {
  /** Absent for the lines before the first header. */
  readonly header?: HeaderSyntax;
  readonly lines: readonly LineSyntax[];
}

/** One parsed file. */
export interface UnitSyntax {
  readonly text: string;
  readonly sections: readonly SectionSyntax[];
  /** Spans of template placeholders; only skeletons have any. */
  readonly placeholders: readonly Span[];
}
