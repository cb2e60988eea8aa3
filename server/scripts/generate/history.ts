/** `server/data/history.json`: which release of systemd knows which pair of section and name, and how it parses it. */

import type { SectionName, SystemdVersion } from "../../src/catalog/directive.ts";

/** What all releases together say of one pair. */
export interface PairHistory {
  readonly section: SectionName;
  readonly name: string;
  /** The first release that knows it; 183 stands for that one or an earlier. */
  readonly first: SystemdVersion;
  /** The last release that knows it; absent while the newest does. */
  readonly last?: SystemdVersion;
  /** The release from which on it is parsed but ignored. */
  readonly removed?: SystemdVersion;
  /** Present where the table of the release `removed` was not read. */
  readonly removedUncertain?: true;
  /** Release to the `config_parse_*` function that reads the value from then on, oldest first. */
  readonly parsers: Readonly<Record<string, string>>;
}

/** The content of `history.json`; its `about` explains the fields to a reader of the file. */
export interface History {
  readonly about: readonly string[];
  readonly source: string;
  /** The oldest release that the catalog offers. */
  readonly oldest: SystemdVersion;
  /** The releases whose own tables were read, ascending. */
  readonly exact: readonly SystemdVersion[];
  /** Sorted by section, then by name. */
  readonly pairs: readonly PairHistory[];
}

/** `Section.Name`. */
export function pairKey({ section, name }: { readonly section: SectionName; readonly name: string }): string {
  return `${section}.${name}`;
}

/** Orders pairs by section, then by name. */
export function byPair(a: { section: SectionName; name: string }, b: { section: SectionName; name: string }): number {
  return compare(a.section, b.section) || compare(a.name, b.name);
}

/** Whether a release has the pair in its table. */
export function isKnownAt({ first, last }: PairHistory, version: SystemdVersion): boolean {
  return first <= version && (last === undefined || version <= last);
}

/** Whether a release parses the pair only to ignore it. */
export function isRemovedAt({ removed }: PairHistory, version: SystemdVersion): boolean {
  return removed !== undefined && removed <= version;
}

/** The function that parses the pair's value in a release, or the oldest known one for releases before it. */
export function parserAt({ parsers }: PairHistory, version: SystemdVersion): string | undefined {
  const entries = Object.entries(parsers);
  const [, parser] = entries.findLast(([from]) => Number(from) <= version) ?? entries[0] ?? [];
  return parser;
}

/** The text of `history.json`: one pair a line. */
export function historyText({ about, source, oldest, exact, pairs }: History): string {
  return [
    "{",
    '  "about": [',
    about.map(line => `    ${JSON.stringify(line)}`).join(",\n"),
    "  ],",
    `  "source": ${JSON.stringify(source)},`,
    `  "oldest": ${oldest},`,
    `  "exact": [${exact.join(", ")}],`,
    '  "pairs": [',
    pairs.map(pair => `    ${JSON.stringify(pair)}`).join(",\n"),
    "  ]",
    "}\n",
  ].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
