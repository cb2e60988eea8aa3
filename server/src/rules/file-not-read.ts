/** Files in the folder of a unit's drop-ins that systemd passes over. */
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { readOnce } from "../model/file-reading.ts";
import { sectionPlace } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitEntry } from "../model/unit-folder.ts";
import type { UnitSet } from "../model/unit-set.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";

export const fileNotRead = defineRule({
  id: "file-not-read",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A file among the drop-ins of a unit is none, because of its name",
  why: `Of a folder such as app.service.d systemd reads the files whose names end in .conf, and passes over all others without a word. Told
are files that hold sections as a drop-in does; names that plainly put a file aside, such as .bak, .disabled, .rpmnew or a ~ at the
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
        }
      }
    },
  },
});

/** Those of its drop-ins for itself alone, and of its template. */
function ownNames({ id, names }: Unit): readonly string[] {
  const parts = readUnitName(id);
  return parts?.instance === undefined ? names : [...names, withInstance(parts, "")];
}

function judge(name: string, entry: UnitEntry, unit: Unit, set: UnitSet, report: PlaceReport): void {
  const place = sectionPlace(unit, "Unit");
  if (aside.test(name) || place === undefined) return;
  const source = entry.read();
  if (source === undefined) return;
  const { blocks } = readOnce(source, { ...place.file.name, role: "drop-in" }, set.catalog);
  const header = blocks.find(({ role }) => role === "known")?.header;
  if (header === undefined) return;
  report(place, {
    message: `${entry.path} is not read: only files whose names end in .conf are drop-ins`,
    effect: "systemd passes over the file and says nothing",
    related: [{ file: source, span: header.content.span, message: "what is not read" }],
  });
}

/** Names of files that were put aside: by people, by editors, by package managers. */
const aside =
  /~$|^#|\.(?:bak|back|backup|old|orig|save|saved|disabled?|off|swp|tmp|example|sample|dist|dpkg-\w+|ucf-\w+|rpm\w+|pacnew|pacsave|md|txt|in|j2|erb|tmpl)$|-dist$/i;
