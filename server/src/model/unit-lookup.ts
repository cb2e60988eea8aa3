/** Whether the name of a unit leads anywhere, and which name was meant by one that does not. */
import { type StockFile, stockUnits } from "../catalog/stock-units.ts";
import { readUnitName, type UnitName, withInstance } from "../values/unit-name.ts";
import type { UnitExtra } from "./drop-ins.ts";
import type { NameMap } from "./fragment.ts";
import type { Unit } from "./unit.ts";
import type { UnitFolder } from "./unit-folder.ts";
import type { UnitSet } from "./unit-set.ts";

/** Whether the set holds all that is installed, as a root does, so that a unit which is not there is nowhere. */
export function isWhole({ folders }: UnitSet): boolean {
  return folders.some(({ role }) => role === "vendor");
}

/** The folder of the search path that a unit's fragment lies in; undefined where nobody knows. */
export function homeOf({ entry }: Pick<Unit, "entry">, { folders }: UnitSet): UnitFolder | undefined {
  const name = entry?.path.slice(entry.path.lastIndexOf("/") + 1) ?? "";
  return entry && folders.find(({ units }) => units.get(name) === entry);
}

/** Whether a drop-in is made for this very unit or its template, and not for many units alike. */
export function isOwnDropIn({ folder }: UnitExtra, { names, id }: Unit): boolean {
  const owner = folder.slice(0, folder.lastIndexOf("."));
  const parts = readUnitName(id);
  return names.includes(owner) || (parts?.instance !== undefined && withInstance(parts, "") === owner);
}

/** Whether no file gives a unit, nor a program that makes units when systemd starts or runs. */
export function isMissing(name: string, set: UnitSet): boolean {
  return set.unit(name).load === "not-found" && !isMadeElsewhere(name);
}

/** systemd: src/fstab-generator, src/cryptsetup, src/veritysetup, src/xdg-autostart-generator; names that D-Bus services go by. */
function isMadeElsewhere(name: string): boolean {
  const type = readUnitName(name)?.type;
  return type === undefined || madeTypes.has(type) || madeNames.test(name);
}

const madeTypes: ReadonlySet<string> = new Set(["device", "mount", "automount", "swap", "slice", "scope"]);
/** The last two are aliases that whichever program is enabled for the part gets. */
const madeNames =
  /^(?:systemd-(?:crypt|verity|integrity)setup@|dbus-|app-.*@autostart\.|blockdev@|(?:syslog|display-manager)\.service$)/;

/** Whether only the other service manager has a unit of this name: users' managers have no network-online.target. */
export function belongsToOther(name: string, { manager, catalog }: UnitSet): boolean {
  const other = manager === "user" ? "system" : "user";
  const has = (whose: typeof manager) =>
    stockUnits(catalog.version, whose).some((file: StockFile) => file.name === name);
  return has(other) && !has(manager);
}

/**
 * The name of a unit that is there and differs from a name by one slip, as in `multiuser.target`; undefined where nothing is close, or
 * what is close is among the names that are surely not meant.
 */
export function meantUnitName(name: string, set: UnitSet, isOther: (known: string) => boolean): string | undefined {
  const parts = readUnitName(name);
  if (parts === undefined || legacyNames.has(name)) return undefined;
  const meant = candidatesFor(parts, set.names).find(
    ({ name: known, parts: its }) => isMeant(parts, its) && !isOther(known),
  )?.name;
  const template = meant === undefined ? undefined : readUnitName(meant);
  return template?.instance === "" && parts.instance ? withInstance(template, parts.instance) : meant;
}

/** The target that only the other service manager has, which a name names, or misses by one slip. */
export function meantOfOther(name: string, set: UnitSet): string | undefined {
  if (belongsToOther(name, set)) return name;
  const { manager, catalog } = set;
  const parts = readUnitName(name);
  if (parts?.type !== "target") return undefined;
  const other = stockUnits(catalog.version, manager === "user" ? "system" : "user");
  return other.find((file: StockFile) => {
    const its = readUnitName(file.name);
    return its?.type === "target" && isMeant(parts, its) && belongsToOther(file.name, set);
  })?.name;
}

interface Candidate {
  readonly name: string;
  readonly parts: UnitName;
}

/** By the digits in their prefixes, which a slip leaves alone: units that are numbered come in thousands. */
type Candidates = ReadonlyMap<string, readonly Candidate[]>;

const candidates = new WeakMap<NameMap, Candidates>();

function candidatesFor({ prefix }: UnitName, names: NameMap): readonly Candidate[] {
  const known = candidates.get(names) ?? indexNames(names);
  candidates.set(names, known);
  return known.get(digits(prefix)) ?? [];
}

function indexNames({ targets }: NameMap): Candidates {
  const index = new Map<string, Candidate[]>();
  for (const name of targets.keys()) {
    const parts = readUnitName(name);
    if (parts === undefined) continue;
    const key = digits(parts.prefix);
    const known = index.get(key);
    if (known === undefined) index.set(key, [{ name, parts }]);
    else known.push({ name, parts });
  }
  return index;
}

function digits(word: string): string {
  return word.replace(/[^0-9]+/g, "");
}

/** Units that older distributions had. */
const legacyNames: ReadonlySet<string> = new Set(["network.service"]);

function isMeant(parts: UnitName, known: UnitName): boolean {
  if ((known.instance === undefined) !== (parts.instance === undefined)) return false;
  if (known.instance !== undefined && known.instance !== "" && known.instance !== parts.instance) return false;
  if (known.type !== parts.type)
    return known.type === "target" && parts.type === "service" && known.prefix === parts.prefix;
  return known.prefix !== parts.prefix && isSlip(parts.prefix, known.prefix, known.type === "target");
}

/** Another case or other dashes; one letter changed, dropped, added or swapped, where that hardly makes another name. */
function isSlip(word: string, known: string, isTarget: boolean): boolean {
  if (word.toLowerCase() === known.toLowerCase()) return true;
  if (isTarget && letters(word) === letters(known)) return true;
  const start = commonStart(word, known);
  const end = commonEnd(word.slice(start), known.slice(start));
  const [one, other] = [word.slice(start, word.length - end), known.slice(start, known.length - end)];
  if (Math.min(word.length, known.length) < SHORTEST || /[^a-z]/i.test(one + other)) return false;
  if (one.length === 2 && other.length === 2) return one[0] === other[1] && one[1] === other[0];
  if (one.length > 1 || other.length > 1) return false;
  return isTarget || (end > 0 && !standsAlone(word, start, one.length) && !standsAlone(known, start, other.length));
}

/** Short names are often one letter apart. */
const SHORTEST = 6;

/** Whether a letter is a word of its own: the `a` of `app-a-worker`. */
function standsAlone(word: string, at: number, length: number): boolean {
  return length === 1 && /^[-_.]?$/.test(word.charAt(at - 1)) && /^[-_.]?$/.test(word.charAt(at + 1));
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[-_.]/g, "");
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}
