/** The merged settings of a unit: every assignment of every file in the order in which systemd reads it, and which of them count. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Directive, SectionName } from "../catalog/directive.ts";
import type { Assignment } from "./assignment.ts";
import { isUnread, type UnitFile } from "./unit-file.ts";

/** An assignment in the file in which it stands. */
export interface PlacedAssignment extends Assignment {
  readonly directive: Directive;
  readonly file: UnitFile;
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
  const byKey = new Map<string, Draft>();
  const families = new Map<string, Draft[]>();
  for (const file of files) {
    for (const { assignments } of file.blocks) {
      for (const assignment of assignments) {
        const { directive } = assignment;
        if (directive === undefined || isRemoved(directive, file.catalog.version) || isUnread(file, assignment.entry))
          continue;
        add({ ...assignment, directive, file }, byKey, families);
      }
    }
  }
  const all = [...byKey.values()].map(finished);
  const index = new Map(all.map(setting => [`${setting.section}.${setting.name}`, setting]));
  return { all, of: (section, name) => index.get(`${section}.${name}`) };
}

interface Draft {
  readonly section: SectionName;
  readonly name: string;
  readonly assignments: { at: PlacedAssignment; loss?: Loss }[];
}

function add(at: PlacedAssignment, byKey: Map<string, Draft>, families: Map<string, Draft[]>): void {
  const { section, name } = currentName(at.directive);
  const key = `${section}.${name}`;
  const draft = byKey.get(key) ?? { section, name, assignments: [] };
  if (!byKey.has(key)) {
    byKey.set(key, draft);
    const family = familyOf(section, name);
    if (family !== undefined) families.set(family, [...(families.get(family) ?? []), draft]);
  }
  if (isRefused(at)) {
    draft.assignments.push({ at, loss: { reason: "refused" } });
    return;
  }
  const { repeat } = at.directive;
  const empty = at.entry.value.text === "";
  if (repeat === "last-wins") lose(draft, "replaced", at);
  else if (repeat === "list" && empty) {
    const family = familyOf(section, name);
    for (const cleared of family === undefined ? [draft] : (families.get(family) ?? [])) lose(cleared, "cleared", at);
  }
  draft.assignments.push({ at });
}

function lose({ assignments }: Draft, reason: "cleared" | "replaced", by: PlacedAssignment): void {
  for (const assignment of assignments) assignment.loss ??= { reason, by };
}

/** The name that took over where the value means the same. */
function currentName({ section, name, replacedBy }: Directive): { section: SectionName; name: string } {
  return replacedBy?.to !== undefined && replacedBy.values === "same" ? replacedBy.to : { section, name };
}

/** Where an empty assignment clears more than its own directive. systemd: config_parse_timer(), config_parse_path_spec(), config_parse_socket_listen(), config_parse_unit_condition_string() */
function familyOf(section: SectionName, name: string): string | undefined {
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
  return parsed?.problems.some(({ consequence }) => consequence === "drops-line" || consequence === "fatal") === true;
}

function finished({ section, name, assignments }: Draft): Setting {
  const effective = assignments.flatMap(({ at, loss }) =>
    loss === undefined && at.entry.value.text !== "" ? [at] : [],
  );
  return { section, name, assignments, effective };
}
