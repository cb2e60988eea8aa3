/** Drop-ins that change nothing. */
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { mergeSettings, type Setting } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFile } from "../model/unit-file.ts";

export const ineffectiveDropIn = defineRule({
  id: "ineffective-drop-in",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.2.0",
  summary: "A drop-in changes nothing",
  why: `A drop-in is dead when each of its lines says what holds anyway, or when drop-ins behind it replace all of them. Whoever edits it
wonders why nothing happens. Drop-ins are read in the order of their file names, whichever folder they lie in. One that repeats
what the unit of a package says may be kept on purpose, to hold should the package change.`,
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
    unit(unit, _world, report) {
      for (const file of unit.fragment === undefined ? [] : unit.dropIns) {
        if (isJudged(file, unit)) judge(file, unit, report);
      }
    },
  },
});

/** Only what is made for this very unit, and holds nothing that systemd refuses or does not know. */
function isJudged({ name, blocks, stop }: UnitFile, { names, id }: Unit): boolean {
  if (stop !== undefined || !(names.includes(name.unit) || name.unit === id)) return false;
  const lines = blocks.flatMap(({ lines }) => lines).filter(({ kind }) => kind !== "comment" && kind !== "blank");
  const assignments = blocks.flatMap(({ assignments }) => assignments);
  return (
    assignments.length > 0 &&
    lines.length === assignments.length &&
    assignments.every(({ parsed }) => parsed?.problems.length === 0)
  );
}

function judge(file: UnitFile, unit: Unit, report: PlaceReport): void {
  const { fragment, dropIns, settings } = unit;
  const others = [...(fragment === undefined ? [] : [fragment]), ...dropIns.filter(other => other !== file)];
  const without = mergeSettings(others);
  const mine = settings.all.filter(({ assignments }) => assignments.some(({ at }) => at.file === file));
  if (mine.length === 0 || !mine.every(setting => says(setting) === says(without.of(setting.section, setting.name))))
    return;
  const line = file.blocks.find(({ header }) => header !== undefined)?.header;
  if (line === undefined) return;
  const by = replacer(mine, file);
  const message =
    by === undefined
      ? `This drop-in changes nothing: ${unit.id} has all of it without`
      : `This drop-in changes nothing: ${by.source.path.split("/").at(-1)}, which is read after it, replaces all of it`;
  report({ file, line, span: line.content.span }, { message, effect: "systemd reads it to no effect" });
}

/** All values that count, as text; of dependencies, each once. */
function says(setting: Setting | undefined): string {
  const values = (setting?.effective ?? []).map(({ parsed, entry }) =>
    parsed?.value === undefined ? entry.value.text : JSON.stringify(parsed.value),
  );
  return JSON.stringify(values);
}

/** The one file that takes over every line, where there is one. */
function replacer(mine: readonly Setting[], file: UnitFile): UnitFile | undefined {
  const losses = mine.flatMap(({ assignments }) => assignments.filter(({ at }) => at.file === file));
  const by = new Set(
    losses.map(({ loss }) => (loss === undefined || loss.reason === "refused" ? undefined : loss.by.file)),
  );
  const [only] = by;
  return by.size === 1 && only !== file ? only : undefined;
}
