/**
 * From a unit's name to its fragment and its other names, over links and templates.
 * systemd: unit_file_build_name_map(), unit_file_find_fragment(), unit_validate_alias_symlink_or_warn(), src/shared/unit-file.c
 */

import { templatedTypes } from "../catalog/unit-types.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";
import type { UnitEntry, UnitFolder } from "./unit-folder.ts";

/** Which file each name leads to, and which names lead to each file. */
export interface NameMap {
  readonly targets: ReadonlyMap<string, NameTarget>;
  /** By the name of the file in which the links end. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** What a name in the search path is: another name, or a file. */
export type NameTarget =
  | { readonly alias: string; readonly entry: UnitEntry }
  | { readonly file: UnitEntry; readonly name: string };

/** A fragment that was found. */
export interface FoundFragment {
  readonly entry: UnitEntry;
  /** The name under which the file gives a unit or a template. */
  readonly name: string;
  /** The name of the unit: the file's, with the instance where that is a template. */
  readonly id: string;
}

/** Reads the names of all folders; the first folder that has a name wins it. */
export function nameMap(folders: readonly UnitFolder[]): NameMap {
  const targets = new Map<string, NameTarget>();
  for (const { units } of folders) {
    for (const [name, entry] of units) {
      if (targets.has(name)) continue;
      if (entry.link?.alias === true && aliasFault(name, entry.link.name) === undefined)
        targets.set(name, { alias: entry.link.name, entry });
      else if (entry.link?.alias !== true) targets.set(name, { file: entry, name });
    }
  }
  return { targets, aliases: aliasesOf(targets) };
}

/** Why systemd rejects an alias; undefined for a good one. A name that leads to itself in another folder is none, and no mistake. */
export function aliasFault(name: string, target: string): "self" | "type" | "template" | "instance" | undefined {
  if (name === target) return "self";
  const [one, other] = [readUnitName(name), readUnitName(target)];
  if (one === undefined || other === undefined || one.type !== other.type || !aliasedTypes.has(one.type)) return "type";
  if (one.instance !== undefined && !templatedTypes.has(one.type)) return "template";
  if (kindOf(one.instance) !== kindOf(other.instance) && !(isInstance(one.instance) && other.instance === ""))
    return "template";
  return isInstance(one.instance) && isInstance(other.instance) && one.instance !== other.instance
    ? "instance"
    : undefined;
}

/** systemd: unit_type_may_alias(), src/shared/unit-file.h */
export const aliasedTypes: ReadonlySet<string> = new Set(["service", "socket", "target", "device", "timer", "path"]);

function kindOf(instance: string | undefined): "plain" | "template" | "instance" {
  return instance === undefined ? "plain" : instance === "" ? "template" : "instance";
}

function isInstance(instance: string | undefined): boolean {
  return instance !== undefined && instance !== "";
}

/** The fragment for a name that is no template; undefined where no file gives one. */
export function findFragment(map: NameMap, name: string): FoundFragment | undefined {
  const parts = readUnitName(name);
  const instance = parts?.instance;
  const found =
    follow(map, name) ??
    (parts !== undefined && isInstance(instance) ? follow(map, withInstance(parts, "")) : undefined);
  if (found === undefined) return undefined;
  const file = readUnitName(found.name);
  const template = file !== undefined && file.instance === "" && instance !== undefined;
  return { ...found, id: template ? withInstance(file, instance) : found.name };
}

/** All names of a unit: its own, its fragment's, and what leads to either. */
export function namesOf(map: NameMap, name: string, fragment: FoundFragment | undefined): readonly string[] {
  const file = fragment?.name ?? name;
  if ((fragment?.id ?? name) === name && !map.aliases.has(name) && !map.aliases.has(file)) return [name];
  const instance = readUnitName(name)?.instance;
  const names = new Set([name]);
  const addAliasesOf = (of: string, from: string | undefined): void => {
    for (const alias of map.aliases.get(of) ?? []) {
      const parts = readUnitName(alias);
      if (parts?.instance !== "" || instance === undefined) names.add(alias);
      else if (leadsTo(map, withInstance(parts, instance), from)) names.add(withInstance(parts, instance));
    }
  };
  addAliasesOf(name, undefined);
  if (fragment === undefined) return [...names];
  names.add(fragment.id);
  if (file !== name) addAliasesOf(file, file);
  return [...names];
}

/** An instance that has a file of its own is no alias of another's. */
function leadsTo(map: NameMap, name: string, file: string | undefined): boolean {
  const own = follow(map, name);
  return own === undefined || file === undefined || own.name === file;
}

/** Follows aliases, at most eight; an alias of an instance without a file goes on at its template. */
function follow({ targets }: NameMap, name: string): { name: string; entry: UnitEntry } | undefined {
  let at = name;
  for (let hops = 0; hops < FOLLOW_MAX; hops++) {
    const target = targets.get(at) ?? (hops > 0 ? templateTarget(targets, at) : undefined);
    if (target === undefined) return undefined;
    if ("file" in target) return { name: target.name, entry: target.file };
    at = target.alias;
  }
  return undefined;
}

const FOLLOW_MAX = 8;

function templateTarget(targets: ReadonlyMap<string, NameTarget>, name: string): NameTarget | undefined {
  const parts = readUnitName(name);
  return parts === undefined || !isInstance(parts.instance) ? undefined : targets.get(withInstance(parts, ""));
}

function aliasesOf(targets: ReadonlyMap<string, NameTarget>): ReadonlyMap<string, string[]> {
  const aliases = new Map<string, string[]>();
  const map: NameMap = { targets, aliases };
  for (const [name, target] of targets) {
    if ("file" in target) continue;
    const found = follow(map, name);
    if (found === undefined || found.entry.masks()) continue;
    const file = readUnitName(found.name);
    const instance = readUnitName(name)?.instance;
    const key = file?.instance === "" && isInstance(instance) ? withInstance(file, instance ?? "") : found.name;
    const known = aliases.get(key);
    if (known === undefined) aliases.set(key, [name]);
    else known.push(name);
  }
  return aliases;
}
