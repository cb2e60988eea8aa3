/** Whether systemd reads the same after fixes, but for what they are about. */
import { readOnce } from "../../model/file-reading.ts";
import { changedInFile, changedInUnit, settingsIn } from "../../model/reading-change.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import { changeOf, changeTexts, type UnitSet } from "../../model/unit-set.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { writtenBy } from "../../text/text-draft.ts";
import { judgedName } from "../world.ts";
import type { EditsByFile } from "./candidates.ts";
import type { Judged, TextChanges } from "./judged.ts";

/** Something that would be read otherwise, and the files that say it. */
export interface ReadingChange {
  /** The end of a sentence that begins with `it would`. */
  readonly what: string;
  readonly files: ReadonlySet<SourceFile>;
}

/** What of the edited files, and of the units that are merged from them, would be read otherwise besides the settings that the edits touch. */
export function readingChanges(judged: Judged, edits: EditsByFile, texts: TextChanges): readonly ReadingChange[] {
  const found: ReadingChange[] = [];
  for (const set of new Set([...edits.keys()].flatMap(source => judged.setsOf(source)))) {
    const settled = settledBy(judged, set, edits, texts);
    found.push(...settled.changes, ...unitChanges({ judged, set, edits, texts }, settled.names));
  }
  return found;
}

interface Trial {
  readonly judged: Judged;
  readonly set: UnitSet;
  readonly edits: EditsByFile;
  readonly texts: TextChanges;
}

/** The settings that the edits are about, and what else changes in the files by themselves. */
function settledBy(
  judged: Judged,
  { catalog }: UnitSet,
  edits: EditsByFile,
  texts: TextChanges,
): { readonly names: ReadonlySet<string>; readonly changes: readonly ReadingChange[] } {
  const names = new Set<string>();
  const changes: ReadingChange[] = [];
  for (const [source, own] of edits) {
    const [name, text] = [judged.nameOf(source), texts.get(source)];
    if (name === undefined || text === undefined) continue;
    const [before, after] = [readOnce(source, name, catalog), readOnce(text, name, catalog)];
    const settled = new Set([...settingsIn(before, spansOf(own)), ...settingsIn(after, writtenBy(own))]);
    for (const setting of settled) names.add(setting);
    for (const setting of changedInFile(before, after, settled))
      changes.push({ what: `change ${setting}`, files: new Set([source]) });
    if (before.stop === undefined && after.stop !== undefined)
      changes.push({ what: "make systemd stop reading the file", files: new Set([source]) });
  }
  return { names, changes };
}

function spansOf(edits: readonly { readonly span: { start: number; end: number } }[]) {
  return edits.map(({ span }) => span);
}

function unitChanges({ judged, set, edits, texts }: Trial, settled: ReadonlySet<string>): readonly ReadingChange[] {
  for (const source of edits.keys()) load(set, judged, source);
  const next = changeTexts(set, texts);
  const pairs = new Map<Unit, Unit>();
  for (const name of changeOf(next)?.names ?? []) pairs.set(set.unit(name), next.unit(name));
  return [...pairs].flatMap(([before, after]): ReadingChange[] => {
    const files = new Set(filesOf(before).map(({ source }) => source));
    if (before.load === "loaded" && after.load !== "loaded") return [{ what: `keep ${before.id} from loading`, files }];
    return changedInUnit(before, after, settled).map(what => ({ what: `change ${what} of ${before.id}`, files }));
  });
}

/** Units are compared that were loaded; those that a file is judged for are. */
function load(set: UnitSet, judged: Judged, source: SourceFile): void {
  const name = judged.nameOf(source);
  if (name?.unit.includes(".") === true) set.unit(judgedName(name.unit, set));
}

function filesOf({ fragment, dropIns }: Unit): readonly UnitFile[] {
  return fragment === undefined ? dropIns : [fragment, ...dropIns];
}
