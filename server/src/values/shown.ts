/** Texts of users inside messages: one line, and not too long. */

/** A text as a message shows it: cut after 60 letters, control characters as a question mark. */
export function shown(text: string): string {
  const cut = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return oneLine(cut).replace(/[\ud800-\udfff]$/u, "");
}

/** A text without control characters: escapes in a value may stand for any. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]/g, "?");
}

/** Words as people list them: `a, b or c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
