/** `server/data/renames.json`, written by hand: what took over from the old names of directives. */

import type { Replacement, SectionName, SystemdVersion } from "../../src/catalog/directive.ts";
import { type History, isKnownAt, isRemovedAt, type PairHistory, pairKey } from "./history.ts";
import { GeneratorStop } from "./stop.ts";

/** One row of `renames.json`; the file's `about` explains the fields to its reader. */
export interface Rename {
  /** The section of the old name, or `*` for every section that has it. */
  readonly section: SectionName | "*";
  readonly name: string;
  /** The new name, `Section.Name` where it moved, null where no single directive takes over. */
  readonly to: string | null;
  readonly since: SystemdVersion;
  readonly values: "same" | "different";
  /** Release to what systemd says of the old name from then on, while it honours it. */
  readonly systemd: Readonly<Record<string, "silent" | "notes">>;
  /** Where systemd shows it. */
  readonly source: string;
}

/** The content of `renames.json`. */
export interface Renames {
  readonly about: readonly string[];
  readonly renames: readonly Rename[];
}

/** What took over, by the `Section.Name` of the old name; stops at a row that the history contradicts. */
export function replacements({ renames }: Renames, { pairs }: History): ReadonlyMap<string, Replacement> {
  const known = new Map(pairs.map(pair => [pairKey(pair), pair]));
  const found = new Map<string, Replacement>();
  for (const rename of renames) {
    const old = pairs.filter(({ section, name }) => name === rename.name && ["*", section].includes(rename.section));
    if (old.length === 0) throw new GeneratorStop(`renames.json: no release knows ${pairKey(rename)}`);
    for (const pair of old) {
      if (found.has(pairKey(pair))) throw new GeneratorStop(`renames.json: ${pairKey(pair)} is there twice`);
      found.set(pairKey(pair), replacement(rename, pair, known));
    }
  }
  return found;
}

/** The text of `renames.json`: one row a line. */
export function renamesText({ about, renames }: Renames): string {
  const lines = (rows: readonly unknown[]) => rows.map(row => `    ${JSON.stringify(row)}`).join(",\n");
  return `{\n  "about": [\n${lines(about)}\n  ],\n  "renames": [\n${lines(renames)}\n  ]\n}\n`;
}

function replacement(rename: Rename, old: PairHistory, known: ReadonlyMap<string, PairHistory>): Replacement {
  const { since, values, systemd } = rename;
  const to = target(rename, old.section);
  const row = to && known.get(pairKey(to));
  if (to !== undefined && (row === undefined || !isKnownAt(row, since) || isRemovedAt(row, since))) {
    throw new GeneratorStop(`renames.json: ${pairKey(old)} gives way to ${pairKey(to)}, which ${since} does not know`);
  }
  const noted = Object.entries(systemd).find(([, verdict]) => verdict === "notes");
  return { ...(to && { to }), since, values, ...(noted && { notedSince: Number(noted[0]) }) };
}

function target({ to }: Rename, section: SectionName): Replacement["to"] {
  if (to === null) return undefined;
  const dot = to.indexOf(".");
  return dot < 0 ? { section, name: to } : { section: to.slice(0, dot), name: to.slice(dot + 1) };
}
