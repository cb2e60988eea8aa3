/** Where the pages about rules lie. */
import { existsSync } from "node:fs";
import { once } from "../catalog/lazy.ts";

/** The address of the page about a rule; undefined where the program comes without the pages, as single files do. */
export function rulePage(rule: string): string | undefined {
  return hasPages() ? new URL(`${rule}.md`, pages).href : undefined;
}

const hasPages = once(() => existsSync(pages));

/** They lie in the package, as seen from a bundle and from here. */
const pages = new URL(
  import.meta.url.endsWith("/rule-pages.ts") ? "../../docs/rules/" : "../docs/rules/",
  import.meta.url,
);
