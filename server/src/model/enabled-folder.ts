/** The links that `systemctl enable` would make for units, as a folder of the search path. systemd: unit_file_enable(), src/shared/install.c */
import { readUnitName, withInstance } from "../values/unit-name.ts";
import { resolveTemplate } from "./dependencies/explicit.ts";
import { textOf, valuesOf } from "./reading.ts";
import type { Unit } from "./unit.ts";
import type { UnitEntry, UnitFolder } from "./unit-folder.ts";
import type { UnitSet } from "./unit-set.ts";

/** Takes the [Install] sections of some units, and of what they name in Also=, as enabled. A template without DefaultInstance= is not. */
export function enabledFolder(set: UnitSet, units: readonly Unit[]): UnitFolder {
  const folders = new Map<string, Map<string, UnitEntry>>();
  const names = new Map<string, UnitEntry>();
  for (const unit of withAlso(set, units)) {
    const id = enabledName(unit, set);
    if (id === undefined) continue;
    for (const [directive, suffix] of kinds) {
      for (const { value } of valuesOf(unit.settings, "Install", directive)) {
        const owner = `${resolveTemplate(value, unit)}.${suffix}`;
        const links = folders.get(owner) ?? new Map<string, UnitEntry>();
        folders.set(owner, links.set(id, linkTo(unit, `../${id}`, id, false)));
      }
    }
    for (const { value } of valuesOf(unit.settings, "Install", "Alias")) names.set(value, linkTo(unit, id, id, true));
  }
  return { path: "[Install]", role: "config", volatile: false, units: names, folders };
}

const kinds = [
  ["WantedBy", "wants"],
  ["RequiredBy", "requires"],
  ["UpheldBy", "upholds"],
] as const;

function withAlso(set: UnitSet, units: readonly Unit[]): ReadonlySet<Unit> {
  const all = new Set(units);
  for (const unit of all) {
    for (const { value } of valuesOf(unit.settings, "Install", "Also")) {
      const other = set.unit(value);
      if (other.load === "loaded") all.add(other);
    }
  }
  return all;
}

/** A template is enabled as its default instance; what stands for it in the judgement is another one. */
function enabledName({ id, settings }: Unit, { names }: UnitSet): string | undefined {
  const parts = readUnitName(id);
  if (parts?.instance === undefined || names.targets.has(id)) return id;
  const instance = textOf(settings, "Install", "DefaultInstance");
  return instance === undefined || instance === "" ? undefined : withInstance(parts, instance);
}

function linkTo({ entry }: Unit, target: string, name: string, alias: boolean): UnitEntry {
  return {
    path: entry?.path ?? name,
    link: { target, name, alias },
    masks: () => false,
    realPath: () => entry?.realPath(),
    read: () => entry?.read(),
  };
}
