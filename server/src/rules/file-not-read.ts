/** Files in the folder of a unit's drop-ins that systemd passes over. */
import { defineRule, type PlaceReport, type ReportedProblem } from "../lint/rule.ts";
import { readOnce } from "../model/file-reading.ts";
import { sectionPlace } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";
import type { FolderRole, UnitEntry, UnitFolder } from "../model/unit-folder.ts";
import { currentText, type UnitSet } from "../model/unit-set.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";

export const fileNotRead = defineRule({
  id: "file-not-read",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A file looks like a unit or a drop-in, and systemd does not read it",
  why: `Of a folder such as app.service.d systemd reads the files whose names end in .conf, and passes over all others without a word; into app.d beside
app.service it does not look at all. Nor does it look into
other folders below /etc/systemd/system and its like. Told are files that hold sections as a drop-in does; names that plainly put a file aside, such as .bak, .disabled, .rpmnew or a ~ at the
end, are left alone.`,
  examples: [
    {
      name: "app.service.d/override",
      bad: "[Service]\nNice=5\n",
      good: "# The drop-ins of this folder end in .conf\n",
      beside: { "app.service": "[Service]\nExecStart=/usr/bin/app\n" },
    },
  ],
  visit: {
    file(file, report) {
      const line = file.blocks.find(({ header }) => header !== undefined)?.header;
      const folder = subfolderPattern.exec(file.source.path)?.groups?.folder;
      if (folder === undefined || line === undefined || file.name.role !== "fragment") return;
      report(line, line.content.span, {
        message: `This file is not read: systemd does not look into ${folder}, only into the folder above it`,
        effect: "systemd knows no such unit",
      });
    },
    unit(unit, { set }, report) {
      const met = new Set<string | undefined>();
      for (const name of ownNames(unit)) {
        for (const { role, folders } of set.folders) {
          const entries = role === "stock" ? undefined : folders.get(`${name}.d`);
          for (const [file, entry] of entries ?? []) {
            const path = entry.realPath() ?? entry.path;
            if (!file.endsWith(".conf") && !met.has(path)) judge(file, entry, unit, set, report);
            met.add(path);
          }
          for (const entry of misnamed(name, role, folders)) judgeFolder(entry, unit, set, report);
        }
      }
    },
  },
});

/** A folder in one of the folders that systemd reads, and none of drop-ins or links. */
const subfolderPattern =
  /(?:^|\/)(?:etc|run|lib|usr\/(?:local\/)?lib)\/systemd\/(?:system|user)\/(?<folder>[^/]+(?<!\.(?:d|wants|requires|upholds)))\/[^/]+$/;

/** Those of its drop-ins for itself alone, and of its template. */
function ownNames({ id, names }: Unit): readonly string[] {
  const parts = readUnitName(id);
  return parts?.instance === undefined ? names : [...names, withInstance(parts, "")];
}

/** Files in `app.d` beside `app.service`. */
function misnamed(name: string, role: FolderRole, folders: UnitFolder["folders"]): readonly UnitEntry[] {
  if (role === "stock" || name.includes("@")) return [];
  const entries = [...(folders.get(`${name.slice(0, name.lastIndexOf("."))}.d`) ?? [])];
  return entries.flatMap(([file, entry]) => (file.endsWith(".conf") ? [entry] : []));
}

function judgeFolder(entry: UnitEntry, unit: Unit, set: UnitSet, report: PlaceReport): void {
  const message = `${entry.path} is not read: the drop-ins of ${unit.id} lie in ${unit.id}.d`;
  tell(entry, unit, set, report, { message, effect: "systemd does not look into the folder and says nothing" });
}

function judge(name: string, entry: UnitEntry, unit: Unit, set: UnitSet, report: PlaceReport): void {
  if (aside.test(name)) return;
  const message = `${entry.path} is not read: only files whose names end in .conf are drop-ins`;
  tell(entry, unit, set, report, { message, effect: "systemd passes over the file and says nothing" });
}

/** Only of files that hold a section of the unit. */
function tell(entry: UnitEntry, unit: Unit, set: UnitSet, report: PlaceReport, problem: ReportedProblem): void {
  const place = sectionPlace(unit, "Unit");
  const source = currentText(set, entry);
  if (place === undefined || source === undefined) return;
  const { blocks } = readOnce(source, { ...place.file.name, role: "drop-in" }, set.catalog);
  const header = blocks.find(({ role }) => role === "known")?.header;
  if (header === undefined) return;
  report(place, {
    ...problem,
    related: [{ file: source, span: header.content.span, message: "what is not read" }],
  });
}

/** Names of files that were put aside: by people, by editors, by package managers. */
const aside =
  /~$|^#|\.(?:bak|back|backup|old|orig|save|saved|disabled?|off|swp|tmp|example|sample|dist|dpkg-\w+|ucf-\w+|rpm\w+|pacnew|pacsave|md|txt|in|j2|erb|tmpl)$|-dist$/i;
