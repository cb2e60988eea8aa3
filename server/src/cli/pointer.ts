/** A mistake in a text of the command line, shown with carets below the wrong piece. */
import type { Span } from "../text/span.ts";
import { printable } from "./terminal.ts";

/** A mistake, and what to write instead where that is plain. */
export interface Mistake {
  readonly message: string;
  readonly span: Span;
  readonly replacement?: string;
}

/** The message, the text, and carets below the mistake's piece; a correction unless the message has it. */
export function pointAt(text: string, { message, span, replacement }: Mistake, label = ""): string {
  const indent = " ".repeat(printable(text.slice(0, span.start)).length);
  const carets = "^".repeat(Math.max(1, printable(text.slice(span.start, span.end)).length));
  const lines = [`unitlint: ${label}${printable(message)}`, `    ${printable(text)}`, `    ${indent}${carets}`];
  const corrected = replacement === undefined ? undefined : corrects(text, span, replacement);
  if (corrected !== undefined && !message.includes(corrected)) lines.push(`    ${printable(corrected)}`);
  return lines.map(line => `${line}\n`).join("");
}

function corrects(text: string, { start, end }: Span, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
