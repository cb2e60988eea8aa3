/** Hover over a specifier: what it stands for, and what it comes to here. */

import { wordText } from "../../texts/texts.ts";
import { expandCertain, isCertain, isOfName } from "../../values/certain-specifiers.ts";
import { specifiersAt } from "../../values/specifiers.ts";
import { type Block, say } from "./markup.ts";
import type { Describe, Piece } from "./piece.ts";
import { paragraphs } from "./told.ts";

/** Its meaning and, where the unit's name and manager decide it, its value; else who decides it. */
export const describeSpecifier: Describe = piece => {
  const { text, context, texts } = piece;
  const specifier = specifiersAt(context.version, "full").get(text.charAt(1));
  if (specifier === undefined) return [];
  const meaning = say`${text}: ${[specifier.meaning]}`;
  const old = specifier.deprecated === true ? [say`systemd advises against it`] : [];
  const told = wordText(texts, "specifiers", text.charAt(1));
  return [told === undefined ? meaning : say`${text}`, ...paragraphs(told), ...old, ...here(piece)];
};

function here({ text, context }: Piece): readonly Block[] {
  const letter = text.charAt(1);
  if (isCertain(letter, context)) {
    const value = expandCertain(text, context);
    return value === "" ? [say`Empty here: ${context.unit ?? ""} has no instance`] : [say`Here: ${value}`];
  }
  if (!isOfName(letter)) return [["Known when the unit runs"]];
  if (context.unit === undefined) return [["Another for each unit that this drop-in serves"]];
  return [say`Another for each instance of ${context.unit}`];
}
