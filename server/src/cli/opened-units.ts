/** The units that a command looks at, by the names that people give them. */
import type { Catalog } from "../catalog/catalog.ts";
import { enabledFolder } from "../model/enabled-folder.ts";
import { anyInstance, exampleNames, ownNames } from "../model/own-units.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { UnitFolder } from "../model/unit-folder.ts";
import { openUnitSet, type UnitSet } from "../model/unit-set.ts";
import { nearest } from "../text/nearest.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";
import { printable } from "./terminal.ts";
import { completeName } from "./unit-words.ts";

/** Opens folders; where they are no whole system, the stock units come behind them. */
export function openWithStock(
  folders: readonly UnitFolder[],
  manager: Manager,
  catalog: Catalog,
  stock: () => UnitFolder,
): UnitSet {
  const isWhole = folders.some(({ units }) => units.has("basic.target"));
  return openUnitSet(isWhole ? folders : [...folders, stock()], manager, catalog);
}

/** The same units as if those of a project were enabled by what their [Install] sections say. */
export function withOwnEnabled(set: UnitSet): UnitSet {
  const own = [...ownNames(set), ...exampleNames(set, [])].map(name => set.unit(name));
  return openUnitSet([enabledFolder(set, own), ...set.folders], set.manager, set.catalog);
}

/** A unit by name, or why there is none; `note` where more was understood than said. */
export type NamedUnit = { readonly name: string; readonly note?: string } | { readonly problem: string };

/** Finds the unit that a word means, also where its file is masked. */
export function namedUnit(set: UnitSet, word: string): NamedUnit {
  const completed = completeName(word);
  const parts = readUnitName(completed);
  if (parts === undefined) return { problem: `${printable(word)} is no name of a unit` };
  const name = parts.instance === "" ? withInstance(parts, anyInstance) : completed;
  const { load, type } = set.unit(name);
  if (load === "not-found") return { problem: unknownUnit(set, completed) };
  if (type === "device" && !set.names.targets.has(name)) return { problem: unknownUnit(set, completed) };
  if (name === completed) return { name };
  return { name, note: `${completed} is a template; it is shown as ${name}` };
}

function unknownUnit(set: UnitSet, name: string): string {
  const close = meantUnit(set, name);
  return `${printable(name)} is not found${close === undefined ? "" : `; did you mean ${close}?`}`;
}

/** A unit of the same type whose name is close, or one of another type with the same name. */
function meantUnit({ names }: UnitSet, name: string): string | undefined {
  const [stem, suffix] = splitName(name);
  const known = [...names.targets.keys()].map(splitName);
  const close = nearest(
    stem,
    known.filter(([, other]) => other === suffix).map(([other]) => other),
  );
  const meant = close === undefined ? known.find(([other]) => other === stem)?.join("") : close + suffix;
  return meant === name ? undefined : meant;
}

function splitName(name: string): readonly [stem: string, suffix: string] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, dot), name.slice(dot)];
}
