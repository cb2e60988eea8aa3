/** Facts from the manual pages: which page documents a directive, and since which release it exists. */

import type { SectionName, SystemdVersion } from "../../src/catalog/directive.ts";

/** What one page says about each directive that it documents. */
export type ManualPage = ReadonlyMap<string, { readonly since?: SystemdVersion }>;

/** Pages by their name without section number: `systemd.service`. */
export type Manual = ReadonlyMap<string, ManualPage>;

/** The manual's word on one directive. */
export interface Documented {
  readonly page: string;
  readonly since?: SystemdVersion;
}

/** The folder of the pages in a source tree. */
export const MANUAL_FOLDER = "man";

/** Pages that describe directives of several unit types, in the order in which they are asked. */
const sharedPages = ["systemd.exec", "systemd.kill", "systemd.resource-control"];

/** True for the files that can document unit directives. */
export function isUnitPage(file: string): boolean {
  return /^systemd\.[a-z-]+\.xml$/.test(file);
}

/** The page of a directive: its type's own, then the shared ones, then `systemd.unit`. */
export function documentation(manual: Manual, section: SectionName, name: string): Documented | undefined {
  const general = section === "Unit" || section === "Install";
  const pages = general ? [] : [`systemd.${section.toLowerCase()}`, ...sharedPages];
  for (const page of [...pages, "systemd.unit"]) {
    const entry = manual.get(page)?.get(name);
    if (entry === undefined) continue;
    // systemd.unit speaks of [Unit] and [Install] only: its release says nothing of an older key in [Service].
    return page === "systemd.unit" && !general ? { page } : { page, ...entry };
  }
  return undefined;
}

interface Entry {
  readonly names: string[];
  since?: SystemdVersion;
}

/**
 * Reads the directives of one page; an entry inside another one (a value, say) is none.
 * The last release that an entry names is its own, earlier ones belong to values within its text.
 */
export function parseManualPage(xml: string): ManualPage {
  const lists: boolean[] = [];
  const entries: Entry[] = [];
  const page = new Map<string, { since?: SystemdVersion }>();
  const tokens =
    /<variablelist([^>]*)>|<(\/variablelist)>|<(varlistentry)\b[^>]*>|<(\/varlistentry)>|<term>(.*?)<\/term>|<xi:include\b[^>]*version-info\.xml[^>]*xpointer="v(\d+)"/gs;
  for (const token of xml.replace(/<!--.*?-->/gs, "").matchAll(tokens)) {
    const [, list, listEnd, open, close, term, version] = token;
    const entry = entries.at(-1);
    if (list !== undefined && !list.endsWith("/")) lists.push(list.includes("unit-directives"));
    else if (listEnd !== undefined) lists.pop();
    else if (open !== undefined) entries.push({ names: [] });
    else if (close !== undefined) record(page, entries.pop());
    else if (term !== undefined && lists.at(-1) === true) entry?.names.push(...directiveNames(term));
    else if (version !== undefined && entry !== undefined) entry.since = Number(version);
  }
  return page;
}

function directiveNames(term: string): string[] {
  return Array.from(term.matchAll(/<varname>([A-Za-z0-9]+)=/g), match => match[1] ?? "");
}

/** A directive listed twice keeps its first entry. */
function record(page: Map<string, { since?: SystemdVersion }>, entry: Entry | undefined): void {
  for (const name of entry?.names ?? []) {
    if (!page.has(name)) page.set(name, entry?.since === undefined ? {} : { since: entry.since });
  }
}
