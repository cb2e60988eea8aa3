/** Finding what looks like a comment behind a value. */
import type { Span } from "../text/span.ts";

/** Any # or ; behind a blank. */
export const anyComment = /[#;]/y;
/** A # or ; that stands alone: elsewhere it may be meant (`/srv/Part #1`). */
export const loneComment = /[#;](?=[ \t]|$)/y;
/** In a command line `;` separates commands, and `#fff` or `#channel` are good arguments. */
export const commandComment = /#(?=[ \t]|$)/y;

/** From the first # or ; outside quotes that stands first or behind a blank, to the end. */
export function findTrailingComment(text: string, pattern: RegExp): Span | undefined {
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (
      startsAt(text, at, at === 0 && pattern === anyComment ? loneComment : pattern) &&
      /^[ \t]?$/.test(text.charAt(at - 1))
    ) {
      return { start: at, end: text.length };
    }
  }
  return undefined;
}

function startsAt(text: string, at: number, sticky: RegExp): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}
