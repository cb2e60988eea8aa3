/** Comments that suppress nothing. */
import { defineRule } from "../lint/rule.ts";

/** Told by `lint/suppression`, once the findings of a file are known. */
export const unusedSuppression = defineRule({
  id: "unused-suppression",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A comment suppresses findings that there are none of",
  why: `A comment such as # unitlint-disable-next-line unknown-directive stays behind when the mistake is mended or the line moves, and would hide the next one.
Of a list, only the names that do nothing are told. Rules that did not run, because they are off or in no preset that was asked for, are passed over.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\n# unitlint-disable-next-line unknown-directive -- of a newer systemd\nRestart=on-failure\n",
      good: "[Service]\nExecStart=/usr/bin/app\n# unitlint-disable-next-line unknown-directive -- of a newer systemd\nRestartFancy=yes\n",
    },
  ],
  visit: {},
});
