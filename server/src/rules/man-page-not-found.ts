/** Manual pages that the root does not have. */
import { defineRule } from "../lint/rule.ts";
import { valuePlace } from "../model/place.ts";
import { type PlacedValue, valuesOf } from "../model/reading.ts";
import { missingSeverity, rootAround } from "../model/root-conditions.ts";
import type { RootFiles } from "../model/root-files.ts";

export const manPageNotFound = defineRule({
  id: "man-page-not-found",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "Documentation= names a manual page that the root does not have",
  why: `Told only with --root, of units that lie in the root, where that has manual pages of the same section at all, below /usr/share/man,
/usr/local/share/man or /usr/local/man: images are often stripped of them. "systemctl help" then shows nothing. Usually the name or the section is misspelt, or a page was renamed.
Of units of packages only a wrong section is told, as pages often come with other packages. Seen in: systemd 262, whose systemd-mute-console.socket
names section 8 instead of 1. Ignore it where the page
comes with another package.`,
  examples: [
    {
      bad: "[Unit]\nDocumentation=man:app(1)\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nDocumentation=man:app(8)\n[Service]\nExecStart=/usr/bin/app\n",
      beside: {
        "/usr/bin/sh": "#!",
        "/usr/bin/app": "#!",
        "/usr/share/man/man1/sh.1.gz": "",
        "/usr/share/man/man8/app.8.gz": "",
      },
    },
  ],
  visit: {
    unit(unit, { set, rootFiles }, report) {
      const files = rootAround(unit, set, rootFiles);
      if (files === undefined) return;
      for (const documented of valuesOf(unit.settings, "Unit", "Documentation")) {
        const [, page = "", section = ""] = /^man:([^()%]+)\((\d)\w*\)$/.exec(documented.value) ?? [];
        if (page === "" || isThere(page, section, files) || !has(section, files)) continue;
        const other = sections.find(other => isThere(page, other, files));
        if (other === undefined && missingSeverity(unit) === "info") continue;
        report(placeOf(documented), {
          message: `The root has no manual page ${page}(${section})${other === undefined ? "" : `; did you mean ${page}(${other})?`}`,
          effect: "systemd says nothing of it; systemctl help finds nothing",
        });
      }
    },
  },
});

const sections = ["1", "2", "3", "4", "5", "6", "7", "8"];

function isThere(page: string, section: string, files: RootFiles): boolean {
  return foldersOf(section).some(folder => files.names(folder).some(name => name.startsWith(`${page}.${section}`)));
}

function has(section: string, files: RootFiles): boolean {
  return foldersOf(section).some(folder => files.names(folder).length > 0);
}

/** Where man looks for pages in English, unless its configuration or $MANPATH says otherwise. */
function foldersOf(section: string): readonly string[] {
  return ["/usr/share/man", "/usr/local/share/man", "/usr/local/man"].map(folder => `${folder}/man${section}`);
}

function placeOf({ value, at }: PlacedValue): ReturnType<typeof valuePlace> {
  const { text } = at.entry.value;
  const start = text.indexOf(value);
  if (start < 0) return valuePlace(at);
  return { file: at.file, line: at.entry, span: at.entry.value.toSource({ start, end: start + value.length }) };
}
