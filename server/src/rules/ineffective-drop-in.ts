/** Drop-ins that change nothing. */
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { explicitKinds } from "../model/dependencies/explicit.ts";
import type { UnitExtra } from "../model/drop-ins.ts";
import { mergeSettings, type Setting } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFile } from "../model/unit-file.ts";
import type { UnitFolder } from "../model/unit-folder.ts";
import { homeOf, isOwnDropIn } from "../model/unit-lookup.ts";
import { currentText, type UnitSet } from "../model/unit-set.ts";

export const ineffectiveDropIn = defineRule({
  id: "ineffective-drop-in",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A drop-in changes nothing",
  why: `A drop-in is dead when each of its lines says what holds anyway, or when drop-ins behind it replace all of them. Whoever edits it
wonders why nothing happens. Drop-ins are read in the order of their file names, whichever folder they lie in. One that repeats
what the unit of a package says may be kept on purpose, to hold should the package change. Of a unit with more than a thousand drop-ins
none is judged.`,
  examples: [
    {
      name: "app.service.d/10-limits.conf",
      bad: "[Service]\nLimitNOFILE=1024\n",
      good: "[Service]\nLimitNPROC=64\n",
      beside: {
        "app.service": "[Service]\nExecStart=/usr/bin/app\n",
        "app.service.d/20-limits.conf": "[Service]\nLimitNOFILE=4096\n",
      },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const home = homeOf(unit, set);
      if (unit.fragment === undefined || home === undefined || home.role === "stock") return;
      if (unit.dropIns.length > MOST_DROP_INS) return;
      for (const extra of unit.extras) {
        const file = unit.dropIns.find(({ source }) => source === currentText(set, extra.entry));
        if (file !== undefined && isOwnDropIn(extra, unit) && isJudged(file))
          judge({ file, extra, unit, home, set }, report);
      }
    },
  },
});

/** Each is tried against all others. */
const MOST_DROP_INS = 1000;

/** Holds nothing that systemd refuses or does not know. */
function isJudged({ blocks, stop }: UnitFile): boolean {
  const lines = blocks.flatMap(({ lines }) => lines).filter(({ kind }) => kind !== "comment" && kind !== "blank");
  const assignments = blocks.flatMap(({ assignments }) => assignments);
  const understood = assignments.every(({ parsed }) => parsed?.problems.length === 0);
  return stop === undefined && assignments.length > 0 && lines.length === assignments.length && understood;
}

/** A drop-in in the unit that reads it. */
interface Candidate {
  readonly file: UnitFile;
  readonly extra: UnitExtra;
  readonly unit: Unit;
  readonly home: UnitFolder;
  readonly set: UnitSet;
}

function judge({ file, extra, unit, home, set }: Candidate, report: PlaceReport): void {
  if (unit.settings.all.some(setting => isOwnWord(setting, file))) return;
  const beside = filesBeside(extra, unit, set);
  const settings = mergeSettings(beside);
  const without = mergeSettings(beside.filter(other => other !== file));
  const mine = settings.all.filter(({ assignments }) => assignments.some(({ at }) => at.file === file));
  const same = ({ section, name }: Setting) => says(settings.of(section, name)) === says(without.of(section, name));
  if (![...settings.all, ...without.all].every(same)) return;
  const line = file.blocks.find(({ header }) => header !== undefined)?.header;
  if (line === undefined) return;
  const by = replacer(mine, file);
  const rival =
    by === undefined ? home : unit.extras.find(({ entry }) => currentText(set, entry) === by.source)?.within;
  if (rival !== extra.within && rival?.role === "given") return;
  const reason =
    by === undefined
      ? `${extra.folder.slice(0, -".d".length)} has all of it without`
      : `${nameIn(by.source.path)}, which is read after it, replaces all of it`;
  report(
    { file, line, span: line.content.span },
    {
      message: `This drop-in changes nothing: ${reason}`,
      effect: "systemd reads it to no effect",
      ...(rival === extra.within && { severity: "warning" }),
    },
  );
}

/** Whether a file alone says something that counts. */
function isOwnWord({ assignments, effective }: Setting, file: UnitFile): boolean {
  return effective.length > 0 && assignments.every(({ at }) => at.file === file);
}

/** What is read together with a drop-in for sure: folders that somebody named may be variants of each other. */
function filesBeside({ within }: UnitExtra, { fragment, dropIns, extras }: Unit, set: UnitSet): readonly UnitFile[] {
  const far = extras.filter(other => other.within !== within && other.within.role === "given");
  const kept = dropIns.filter(({ source }) => !far.some(({ entry }) => currentText(set, entry) === source));
  return fragment === undefined ? kept : [fragment, ...kept];
}

/** All values that count; of dependencies, each unit once. */
function says(setting: Setting | undefined): string {
  if (setting === undefined) return "[]";
  const last = setting.assignments.at(-1)?.at.entry.value.text;
  if (last === "" && eloquent.has(setting.name)) return "empty";
  const values = setting.effective.map(({ parsed, entry }) => parsed?.value ?? entry.value.text);
  const isSet = setting.section === "Unit" && explicitKinds.some(kind => kind === setting.name);
  return JSON.stringify(isSet ? [...new Set(values.flat())].sort() : values);
}

/**
 * What an empty value does not bring back to its default: it drops all capabilities, takes the priority back as well, delegates no
 * controller. systemd: config_parse_capability_set(), config_parse_exec_cpu_sched_policy(), config_parse_delegate()
 */
const eloquent: ReadonlySet<string> = new Set(["CapabilityBoundingSet", "CPUSchedulingPolicy", "Delegate"]);

/** The one file that takes over every line, where there is one. */
function replacer(mine: readonly Setting[], file: UnitFile): UnitFile | undefined {
  const lines = mine.flatMap(({ assignments }) => assignments.filter(({ at }) => at.file === file));
  const by = new Set(lines.map(({ loss }) => (loss === undefined || loss.reason === "refused" ? file : loss.by.file)));
  const [only] = by;
  return by.size === 1 && only !== file ? only : undefined;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
