/** The units that systemd itself ships, with the links that its installation makes: `server/data/stock-units.json`. */

import type { SystemdVersion } from "../../src/catalog/directive.ts";
import type { StockFile, StockRow, StockTable } from "../../src/catalog/stock-units.ts";
import { type MesonValue, mesonVariable } from "./meson.ts";
import { type Build, stockLines } from "./stock-lines.ts";
import { GeneratorStop } from "./stop.ts";
import { mustRead, type SourceTree } from "./tree.ts";

/** The folder of the source tree with the units of the system; those of users are in `user` below it. */
export const UNITS_FOLDER = "units";

/** The table from trees in any order; stops where a release is missing that `former` speaks of. */
export function stockTable(trees: readonly SourceTree[], former: StockTable): StockTable {
  const sorted = trees.toSorted((a, b) => a.version - b.version);
  const systemd = sorted.map(({ version }) => version);
  const missing = former.systemd.find(version => !systemd.includes(version));
  if (missing !== undefined)
    throw new GeneratorStop(`stock-units.json speaks of systemd ${missing}: give its tree too`);
  return {
    systemd,
    system: joined(new Map(sorted.map(tree => [tree.version, filesOf(tree, UNITS_FOLDER)]))),
    user: joined(new Map(sorted.map(tree => [tree.version, filesOf(tree, `${UNITS_FOLDER}/user`)]))),
  };
}

/** `stock-units.json`: one row a line. */
export function stockText({ systemd, system, user }: StockTable): string {
  const rows = (files: readonly StockRow[]) => files.map(row => `    ${JSON.stringify(row)}`).join(",\n");
  const lists = [`  "system": [\n${rows(system)}\n  ]`, `  "user": [\n${rows(user)}\n  ]`];
  return `{\n  "systemd": [${systemd.join(", ")}],\n${lists.join(",\n")}\n}\n`;
}

/** A build with what most distributions leave as it is. */
const usualBuild: Build = {
  holds: new Set(["HAVE_SYSV_COMPAT", "ENABLE_LOGIND"]),
  fills: new Map([["RANDOM_SEED", "/var/lib/systemd/random-seed"]]),
};

/** Names that the lists of units use, as in that build: links for the run levels of old are made. */
const mesonNames = new Map([
  ["runlevels", true],
  ["with_runlevels", true],
]);

/** All that one tree installs in one folder of units, whatever the build leaves out. */
function filesOf(tree: SourceTree, folder: string): StockFile[] {
  const meson = mustRead(tree, `${folder}/meson.build`);
  const listed = ["units", "in_units"].flatMap(name => {
    const list = mesonVariable(meson, name, mesonNames) ?? [];
    return itemsOf(list).map(item => listedUnit(item, name === "in_units"));
  });
  const dropIns = [...meson.matchAll(/install_data\('([^']+\.d\/[^']+\.conf)'/g)].map(([, path = ""]) => path);
  return [
    ...listed.map(({ file, name }) => ({ name, text: linesOf(tree, `${folder}/${file}`) })),
    ...listed.flatMap(({ name, links }) =>
      links.map(link => (link.endsWith("/") ? { name: link + name, link: name } : { name: link, link: name })),
    ),
    ...dropIns.map(name => ({ name, text: linesOf(tree, `${folder}/${name}`) })),
  ];
}

interface ListedUnit {
  readonly file: string;
  readonly name: string;
  /** Aliases, and folders with a slash at the end. */
  readonly links: readonly string[];
}

/**
 * A row of meson.build: a file's name, a tuple of name, conditions and links (until 252), or a dictionary. Conditions of the build
 * are left aside: a unit that some distributions leave out is not unknown.
 */
function listedUnit(item: MesonValue, template: boolean): ListedUnit {
  if (typeof item === "string") return { file: item, name: item, links: [] };
  if (item instanceof Map) {
    const file = stringOf(item.get("file"));
    const name = item.has("name") ? stringOf(item.get("name")) : file.replace(/\.in$/, "");
    return { file, name, links: itemsOf(item.get("symlinks") ?? []).map(stringOf) };
  }
  const [name, , links] = itemsOf(item).map(stringOf);
  if (name === undefined) throw new GeneratorStop("a row of meson.build names no unit");
  return { file: template ? `${name}.in` : name, name, links: links?.split(" ").filter(Boolean) ?? [] };
}

function linesOf(tree: SourceTree, path: string): string {
  try {
    return stockLines(mustRead(tree, path), usualBuild);
  } catch (error) {
    throw error instanceof GeneratorStop
      ? new GeneratorStop(`systemd ${tree.release}: ${path}: ${error.message}`)
      : error;
  }
}

/** One row for all releases in which a file is the same, sorted by name and then by release. */
function joined(releases: ReadonlyMap<SystemdVersion, readonly StockFile[]>): StockRow[] {
  const rows = new Map<string, { file: StockFile; versions: SystemdVersion[] }>();
  for (const [version, files] of releases) {
    for (const file of files) {
      const key = JSON.stringify(file);
      const row = rows.get(key) ?? { file, versions: [] };
      row.versions.push(version);
      rows.set(key, row);
    }
  }
  return [...rows.values()]
    .sort((a, b) => compare(a.file.name, b.file.name) || (a.versions[0] ?? 0) - (b.versions[0] ?? 0))
    .map(({ file, versions }) => (versions.length === releases.size ? file : { ...file, in: versions }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function itemsOf(value: MesonValue): readonly MesonValue[] {
  if (Array.isArray(value)) return value;
  throw new GeneratorStop("meson.build holds something else where a list of units is expected");
}

function stringOf(value: MesonValue | undefined): string {
  if (typeof value === "string") return value;
  throw new GeneratorStop("meson.build holds something else where a name is expected");
}
