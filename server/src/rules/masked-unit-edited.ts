/** Drop-ins of units that are masked. */
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { readOnce } from "../model/file-reading.ts";
import { unitFileName } from "../model/unit-file-name.ts";
import type { UnitEntry, UnitFolder } from "../model/unit-folder.ts";
import { currentText, masksIn, type UnitSet } from "../model/unit-set.ts";

export const maskedUnitEdited = defineRule({
  id: "masked-unit-edited",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "A drop-in changes a unit that is masked beside it",
  why: `A masked unit, an empty file or a link to /dev/null, cannot be started, and none of its drop-ins is read. Where both lie in one
folder, one of the two is left over from earlier: take the mask away, or the drop-in.`,
  examples: [
    {
      name: "app.service.d/limits.conf",
      bad: "[Service]\nLimitNOFILE=4096\n",
      good: "# nothing\n",
      beside: { "app.service": "" },
    },
  ],
  visit: {
    set({ set }, report) {
      for (const folder of judgedFolders(set)) {
        for (const [name, entries] of folder.folders) {
          const unit = name.endsWith(".d") ? name.slice(0, -2) : "";
          const mask = folder.units.get(unit);
          if (mask === undefined || !masksIn(set, mask)) continue;
          for (const entry of entries.values()) judge(entry, unit, folder, set, report);
        }
      }
    },
  },
});

/** Folders near the judged one are judged in their turn. */
function judgedFolders({ folders }: UnitSet): readonly UnitFolder[] {
  return folders[0]?.role === "given" ? folders.slice(0, 1) : folders;
}

function judge(entry: UnitEntry, unit: string, { units }: UnitFolder, set: UnitSet, report: PlaceReport): void {
  const name = unitFileName(entry.path);
  const source = name?.role === "drop-in" ? currentText(set, entry) : undefined;
  if (name === undefined || source === undefined) return;
  const file = readOnce(source, name, set.catalog);
  const line = file.blocks.find(({ header }) => header !== undefined)?.header;
  if (line === undefined) return;
  const mask = units.get(unit)?.link === undefined ? "an empty file" : "a link to /dev/null";
  report(
    { file, line, span: line.content.span },
    {
      message: `${unit} is masked by ${mask}, so this drop-in is never read`,
      effect: "systemd does not load the unit",
    },
  );
}
