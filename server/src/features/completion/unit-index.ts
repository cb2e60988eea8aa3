/** The names of all units of a set as candidates, made once for as long as no file comes or goes. */
import type { UnitType } from "../../catalog/directive.ts";
import type { NameMap } from "../../model/fragment.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { readUnitName } from "../../values/unit-name.ts";
import type { Candidate } from "./candidate.ts";

/** A unit that may be named. */
export interface UnitCandidate extends Candidate {
  readonly unit: UnitType;
  /** Of a template, what stands before the `@`. */
  readonly prefix: string | undefined;
  /** Whether systemd or the distribution ships it, as far as is known. */
  readonly stock: boolean;
}

/** Sorted by name. */
export function unitIndex(set: UnitSet): readonly UnitCandidate[] {
  const known = indexes.get(set.names) ?? makeIndex(set);
  indexes.set(set.names, known);
  return known;
}

const indexes = new WeakMap<NameMap, readonly UnitCandidate[]>();

/** Units that are there without any file. systemd: *_load_root_slice(), mount_load_root_mount(), scope_load_init_scope() */
const perpetual = ["-.slice", "system.slice", "-.mount", "init.scope"];

function makeIndex({ folders }: UnitSet): readonly UnitCandidate[] {
  const found = new Map<string, UnitCandidate>();
  const add = (name: string, stock: boolean, detail: string | undefined) => {
    const candidate = found.has(name) ? undefined : candidateFor(name, stock, detail);
    if (candidate !== undefined) found.set(name, candidate);
  };
  for (const { role, units } of folders) {
    for (const [name, { path }] of units) add(name, role === "stock", role === "stock" ? "shipped" : folderOf(path));
  }
  for (const name of perpetual) add(name, true, "always there");
  return [...found.values()].sort((one, other) => (one.label < other.label ? -1 : 1));
}

function candidateFor(name: string, stock: boolean, detail: string | undefined): UnitCandidate | undefined {
  const parts = readUnitName(name);
  if (parts === undefined) return undefined;
  const { type, instance, prefix } = parts;
  const isTemplate = instance === "";
  return {
    label: name,
    kind: "unit",
    folded: name.toLowerCase(),
    ...(detail !== undefined && { detail }),
    ...(isTemplate && { snippet: `${prefix}@$\{1:instance}.${type}` }),
    topic: { of: "unit", name },
    unit: type,
    prefix: isTemplate ? prefix : undefined,
    stock,
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
