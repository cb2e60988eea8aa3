/** Hover over a capability: what it lets a process do. See capabilities(7). */
import { wordText } from "../../texts/texts.ts";
import { type Block, say } from "./markup.ts";
import type { Describe } from "./piece.ts";
import { paragraphs } from "./told.ts";

/** Its name and what it is for. */
export const describeCapability: Describe = ({ text, directive, texts }) => {
  const name = text.toUpperCase();
  const blocks: readonly Block[] = [say`${name}: a capability`, ...paragraphs(wordText(texts, "capabilities", name))];
  const effect = effects[directive.name];
  return effect === undefined ? blocks : [...blocks, [effect]];
};

const effects: Readonly<Record<string, string>> = {
  CapabilityBoundingSet: "What is not in the set can never be had by the processes of the unit",
  AmbientCapabilities: "The processes of the unit start with it, also as a user other than root",
};
