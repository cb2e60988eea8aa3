/** Texts for people: as Markdown for editors that show it, as plain text for the others and for terminals. */
import type { Text } from "./texts.ts";

/** How a text is written. */
export type TextStyle = "markdown" | "plain";

/** Summary, paragraphs and facts, without a heading. */
export function renderText({ summary, body, facts }: Text, style: TextStyle, width = Number.POSITIVE_INFINITY): string {
  const paragraphs = [summary, ...body].map(paragraph => wrap(inline(paragraph, style), width));
  const table = facts.map(([label, text]) => fact(label, inline(text, style), style, width));
  return [...paragraphs, ...(table.length === 0 ? [] : [table.join("\n")])].join("\n\n");
}

/** A piece of text in a style. */
export function inline(text: string, style: TextStyle): string {
  return style === "markdown" ? text : text.replaceAll("`", "");
}

function fact(label: string, text: string, style: TextStyle, width: number): string {
  if (style === "markdown") return `- ${label}: ${text}`;
  return wrap(`${label}: ${text}`, width - 2).replaceAll("\n", "\n  ");
}

/** Breaks lines at blanks. */
function wrap(text: string, width: number): string {
  if (text.length <= width) return text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
