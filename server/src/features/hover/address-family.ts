/** Hover over a family of socket addresses. See address_families(7). */
import { wordText } from "../../texts/texts.ts";
import { say } from "./markup.ts";
import type { Describe } from "./piece.ts";
import { paragraphs } from "./told.ts";

/** What sockets of the family are for, and whether they may be made here. */
export const describeAddressFamily: Describe = ({ text, assignment: { entry }, texts }) => {
  if (text === "none") return [say`${text}: no sockets of any family may be made`];
  const name = text.toUpperCase();
  const inverted = entry.value.text.startsWith("~");
  return [
    say`${name}: a family of addresses`,
    ...paragraphs(wordText(texts, "address-families", name)),
    [inverted ? "Forbidden here" : "Allowed here, as are the others in the list"],
  ];
};
