/** The merged settings of a unit: every assignment of every file in the order in which systemd reads it, and which of them count. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Directive, SectionName } from "../catalog/directive.ts";
import type { Assignment } from "./assignment.ts";
import { MergedSetting, type SettingKey } from "./merged-setting.ts";
import { isUnread, type UnitFile } from "./unit-file.ts";

/** An assignment that systemd reads. */
export interface PlacedAssignment extends Assignment {
  readonly directive: Directive;
}

/** Why an assignment does not count: its value is refused, a later empty one clears it, or a later one replaces it. */
export type Loss =
  | { readonly reason: "refused" }
  | { readonly reason: "cleared" | "replaced"; readonly by: PlacedAssignment };

/** One assignment in its setting. */
export interface SettingAssignment {
  readonly at: PlacedAssignment;
  /** Absent where it counts. */
  readonly loss?: Loss;
}

/** All that a unit says of one directive, under whichever of its names. */
export interface Setting {
  /** The current name. */
  readonly section: SectionName;
  readonly name: string;
  readonly assignments: readonly SettingAssignment[];
  /** Those that count; of a directive whose last assignment wins, at most one. */
  readonly effective: readonly PlacedAssignment[];
}

/** The settings of one unit. */
export interface Settings {
  /** The setting of a directive by its current name; undefined where the unit says nothing of it. */
  of(section: SectionName, name: string): Setting | undefined;
  /** In the order of their first assignments. */
  readonly all: readonly Setting[];
}

/** Merges files in the order in which systemd reads them: the fragment, then drop-ins. */
export function mergeSettings(files: readonly UnitFile[]): Settings {
  const drafts = new Map<SettingKey, MergedSetting>();
  for (const file of files) {
    for (const { assignments } of file.blocks) for (const at of assignments) if (isRead(at)) add(at, drafts);
  }
  for (const setting of drafts.values()) setting.pack();
  return settingsOf([...drafts.values()]);
}

function isRead(at: Assignment): at is PlacedAssignment {
  const { file, directive, entry } = at;
  return directive !== undefined && !isRemoved(directive, file.catalog.version) && !isUnread(file, entry);
}

/** Units say little: looking through that is as quick as a table, and thousands of tables take much memory. */
function settingsOf(all: readonly Setting[]): Settings {
  if (all.length <= FEW) return { all, of: (section, name) => find(all, section, name) };
  const byName = new Map<string, Setting[]>();
  for (const setting of all) byName.set(setting.name, [...(byName.get(setting.name) ?? []), setting]);
  return { all, of: (section, name) => find(byName.get(name) ?? [], section, name) };
}

const FEW = 24;

function find(settings: readonly Setting[], section: SectionName, name: string): Setting | undefined {
  for (const setting of settings) if (setting.name === name && setting.section === section) return setting;
  return undefined;
}

/** The setting that a directive belongs to, under its current name: `[Service] Restart=`. */
export function settingKey(directive: Directive): string {
  const { section, name } = keyOf(directive);
  return `[${section}] ${name}=`;
}

const keys = new Map<string, SettingKey>();
const keyByDirective = new WeakMap<Directive, SettingKey>();

function keyOf(directive: Directive): SettingKey {
  const known = keyByDirective.get(directive);
  if (known !== undefined) return known;
  const { section, name } = currentName(directive);
  const key = keys.get(`${section}.${name}`) ?? { section, name, family: familyOf(section, name) };
  keys.set(`${section}.${name}`, key);
  keyByDirective.set(directive, key);
  return key;
}

function add(at: PlacedAssignment, drafts: Map<SettingKey, MergedSetting>): void {
  const key = keyOf(at.directive);
  let setting = drafts.get(key);
  if (setting === undefined) {
    setting = new MergedSetting(key);
    drafts.set(key, setting);
  }
  if (isRefused(at)) setting.refuse(at);
  else if (at.directive.repeat === "last-wins") setting.lose("replaced", at);
  else if (at.directive.repeat === "list" && at.entry.value.text === "") clear(key, at, drafts);
  setting.take(at);
}

/** Clears a list and those of its family. */
function clear(key: SettingKey, by: PlacedAssignment, drafts: ReadonlyMap<SettingKey, MergedSetting>): void {
  for (const [other, setting] of drafts)
    if (other === key || (key.family !== undefined && other.family === key.family)) setting.lose("cleared", by);
}

/** The name that took over where the value means the same. */
function currentName({ section, name, replacedBy }: Directive): { section: SectionName; name: string } {
  return replacedBy?.to !== undefined && replacedBy.values === "same" ? replacedBy.to : { section, name };
}

/** Where an empty assignment clears more than its own directive. systemd: config_parse_timer(), config_parse_path_spec(), config_parse_socket_listen(), config_parse_unit_condition_string(), config_parse_set_credential(), config_parse_load_credential() */
function familyOf(section: SectionName, name: string): string | undefined {
  if (/^(?:Set|Load)Credential/.test(name)) return name.replace("Encrypted", "");
  if (section === "Unit") return /^(?:Condition|Assert)/.exec(name)?.[0];
  if (section === "Timer") return /^On(?:Calendar|.*Sec)$/.test(name) ? "Timer" : undefined;
  if (section === "Socket") return name.startsWith("Listen") ? "Listen" : undefined;
  return section === "Path" && pathSpecs.has(name) ? "Path" : undefined;
}

const pathSpecs: ReadonlySet<string> = new Set([
  "PathExists",
  "PathExistsGlob",
  "PathChanged",
  "PathModified",
  "DirectoryNotEmpty",
]);

function isRefused({ parsed }: Assignment): boolean {
  if (parsed === undefined || parsed.problems.length === 0) return false;
  return parsed.problems.some(({ consequence }) => consequence === "drops-line" || consequence === "fatal");
}
