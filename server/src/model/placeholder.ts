/** Placeholders of skeletons in what was read. */
import { PLACEHOLDER } from "../syntax/placeholders.ts";

/** Whether a piece of a skeleton's text holds a placeholder. */
export function isMasked(text: string): boolean {
  return text.includes(PLACEHOLDER);
}
