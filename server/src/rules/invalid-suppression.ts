/** Comments that were meant to suppress findings, and do not. */
import { defineRule } from "../lint/rule.ts";

/** Told by `lint/suppression`. */
export const invalidSuppression = defineRule({
  id: "invalid-suppression",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A comment was meant to suppress findings, and does not",
  why: `Comments suppress findings by the names of rules: # unitlint-disable-next-line RULE, RULE -- reason, # unitlint-disable and # unitlint-enable around
a stretch, # unitlint-disable-file for a file. A name that no rule has, a misspelt word, or a comment between continued lines, which systemd
skips while it joins them, does nothing. Where the configuration says requireReasons, a comment without a reason is told, too.`,
  examples: [
    {
      bad: "# unitlint-disable-file unkown-directive -- of a newer systemd\n[Service]\nExecStart=/usr/bin/app\n",
      good: "# unitlint-disable-file unknown-directive -- of a newer systemd\n[Service]\nExecStart=/usr/bin/app\nRestartFancy=yes\n",
    },
  ],
  visit: {},
});
