/** Files with variables that the root does not have. */
import { defineRule } from "../lint/rule.ts";
import { valuePlace } from "../model/place.ts";
import { isMountedOver, isPassedOver, missingSeverity, rootAround } from "../model/root-conditions.ts";
import { isInstalled } from "../model/root-files.ts";

export const environmentFileNotFound = defineRule({
  id: "environment-file-not-found",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "EnvironmentFile= names a file that the root does not have",
  why: `Told only with --root, of units that lie in the root; of those of packages, as an info. Without - before the path the file must be there, or no command of the unit is run: the journal
says that environment files could not be loaded, and the result is "resources". People often copy a unit from another distribution, where the file lies
in /etc/sysconfig and not in /etc/default, or expect an ExecStartPre= of the same unit to write it, which is too late. Only files in /etc, /usr and
/opt are looked for; others may be made while the system runs. Ignore it where the file is put there before the first start.`,
  examples: [
    {
      bad: "[Service]\nEnvironmentFile=/etc/default/app\nExecStart=/usr/bin/app\n",
      good: "[Service]\nEnvironmentFile=-/etc/default/app\nExecStart=/usr/bin/app\n",
      beside: { "/usr/bin/sh": "#!", "/usr/bin/app": "#!" },
    },
  ],
  visit: {
    unit(unit, { set, rootFiles: files }, report) {
      const rootFiles = rootAround(unit, set, files);
      if (rootFiles === undefined) return;
      const section = unit.type.charAt(0).toUpperCase() + unit.type.slice(1);
      for (const at of unit.settings.of(section, "EnvironmentFile")?.effective ?? []) {
        const { text } = at.entry.value;
        const path = at.parsed?.value;
        if (typeof path !== "string" || /[%*?[]/.test(text) || !isInstalled(path)) continue;
        if (rootFiles.kind(path) !== "missing" || isPassedOver(unit, rootFiles) || isMountedOver(path, set)) continue;
        const start = at.entry.value.span.start;
        const edit = { span: { start, end: start }, text: "-" };
        report(valuePlace(at), {
          message: `${path} does not exist in the root; write -${path} if it may be missing`,
          severity: missingSeverity(unit),
          effect: "systemd says nothing of it until the unit starts, which then fails",
          fixes: [
            { title: "Let the file be missing", safety: "unsafe", edits: [{ file: at.file.source, edits: [edit] }] },
          ],
        });
      }
    },
  },
});
