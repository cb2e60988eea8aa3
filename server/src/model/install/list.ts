/** All unit files of a search path with their states and presets. systemd: unit_file_get_list(), src/shared/install.c */
import { readUnitName } from "../../values/unit-name.ts";
import type { UnitEntry } from "../unit-folder.ts";
import type { InstallSearch } from "./discover.ts";
import { globTest } from "./glob.ts";
import { type PresetAction, type PresetRule, presetOf } from "./presets.ts";
import { type UnitFileState, unitFileState } from "./state.ts";

/** A unit file, the first of its name. */
export interface ListedUnitFile {
  readonly name: string;
  readonly entry: UnitEntry;
  readonly state: UnitFileState;
  /** Absent where presets do not concern it: aliases, and units that are static, generated or transient. */
  readonly preset?: PresetAction;
}

/** What to list; an empty list lets everything through. */
export interface ListFilter {
  /** Shell patterns for names. */
  readonly patterns: readonly string[];
  readonly states: readonly string[];
  /** Unit types such as `service`. */
  readonly types: readonly string[];
}

/** Lists unit files and links by type and name; `bad` is what has no state. */
export function listUnitFiles(
  search: InstallSearch,
  presets: readonly PresetRule[],
  filter: ListFilter,
): readonly ListedUnitFile[] {
  const entries = new Map<string, UnitEntry>();
  for (const { units } of search.folders)
    for (const [name, entry] of units) if (!name.startsWith(".") && !entries.has(name)) entries.set(name, entry);
  const patterns = filter.patterns.map(globTest);
  return [...entries]
    .filter(([name]) => patterns.length === 0 || patterns.some(matches => matches(name)))
    .filter(([name]) => lets(filter.types, readUnitName(name)?.type ?? ""))
    .map(([name, entry]) => listed(search, presets, name, entry))
    .filter(({ state }) => lets(filter.states, state))
    .sort(byTypeAndName);
}

function lets(wanted: readonly string[], word: string): boolean {
  return wanted.length === 0 || wanted.includes(word);
}

function listed(search: InstallSearch, presets: readonly PresetRule[], name: string, entry: UnitEntry): ListedUnitFile {
  const outcome = unitFileState(search, name);
  const state = "state" in outcome ? outcome.state : "bad";
  return { name, entry, state, ...(!withoutPreset.has(state) && { preset: presetOf(presets, name) }) };
}

const withoutPreset: ReadonlySet<UnitFileState> = new Set(["alias", "static", "generated", "transient"]);

/** Upper and lower case count the same. */
function byTypeAndName(a: ListedUnitFile, b: ListedUnitFile): number {
  const keys = [a, b].map(({ name }) => {
    const lower = name.toLowerCase();
    return [lower.slice(lower.lastIndexOf(".")), lower, name] as const;
  });
  const [one, other] = keys;
  const place = one?.findIndex((part, i) => part !== other?.[i]) ?? -1;
  return place < 0 ? 0 : (one?.[place] ?? "") < (other?.[place] ?? "") ? -1 : 1;
}
