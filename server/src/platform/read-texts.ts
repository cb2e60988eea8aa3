/** Reads what was compiled out of `server/docs/directives` and `server/docs/words`. */
import { readFileSync } from "node:fs";
import { once } from "../catalog/lazy.ts";
import { noTexts, type Texts } from "../texts/texts.ts";

/** All texts, read when they are first asked for; none where the package lacks them. */
export const readTexts: () => Texts = once(() => {
  for (const place of ["texts.json", "../../data/texts.json"]) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), "utf8")) as Texts;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
  }
  return noTexts;
});
