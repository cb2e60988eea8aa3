/** Facts from the manual pages: which page documents a directive. */

import type { SectionName } from "../../src/catalog/directive.ts";
import { mustRead, type SourceTree } from "./tree.ts";

/** The names of the directives that one page documents. */
export type ManualPage = ReadonlySet<string>;

/** Pages by their name without section number: `systemd.service`. */
export type Manual = ReadonlyMap<string, ManualPage>;

/** The folder of the pages in a source tree. */
export const MANUAL_FOLDER = "man";

/** Pages that describe directives of several unit types, in the order in which they are asked. */
const sharedPages = ["systemd.exec", "systemd.kill", "systemd.resource-control"];

/** The pages of a tree that can document unit directives. */
export function readManual(tree: SourceTree): Manual {
  const files = tree.list(MANUAL_FOLDER).filter(file => /^systemd\.[a-z-]+\.xml$/.test(file));
  return new Map(
    files.map(file => [file.replace(/\.xml$/, ""), parseManualPage(mustRead(tree, `${MANUAL_FOLDER}/${file}`))]),
  );
}

/** The page of a directive: its type's own, then the shared ones, then `systemd.unit`. */
export function documentingPage(manual: Manual, section: SectionName, name: string): string | undefined {
  const general = section === "Unit" || section === "Install";
  const pages = general ? [] : [`systemd.${section.toLowerCase()}`, ...sharedPages];
  return [...pages, "systemd.unit"].find(page => manual.get(page)?.has(name));
}

/** Reads the directives of one page; an entry inside another one (a value, say) is none. */
export function parseManualPage(xml: string): ManualPage {
  const lists: boolean[] = [];
  const names: string[] = [];
  const tokens = /<variablelist([^>]*)>|<(\/variablelist)>|<term>(.*?)<\/term>/gs;
  for (const [, list, listEnd, term] of xml.replace(/<!--.*?-->/gs, "").matchAll(tokens)) {
    if (list !== undefined && !list.endsWith("/")) lists.push(list.includes("unit-directives"));
    else if (listEnd !== undefined) lists.pop();
    else if (term !== undefined && lists.at(-1) === true) names.push(...directiveNames(term));
  }
  return new Set(names);
}

function directiveNames(term: string): string[] {
  return Array.from(term.matchAll(/<varname>([A-Za-z0-9]+)=/g), match => match[1] ?? "");
}
