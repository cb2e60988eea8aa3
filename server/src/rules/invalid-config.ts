/** Mistakes in configurations of unitlint itself. */
import { defineRule } from "../lint/rule.ts";

/** Told by `lint/config`, which reads them. */
export const invalidConfig = defineRule({
  id: "invalid-config",
  category: "correctness",
  severity: "error",
  systemd: "silent",
  since: "0.1.0",
  summary: "A configuration of unitlint has a mistake",
  why: `A misspelt key, rule or severity in .unitlint.json and its like would leave a check on or off without a word. Files below a configuration with a mistake
are not linted, and the exit status is 2. The rule can neither be switched off nor suppressed; --no-config lints without any configuration.`,
  examples: [
    {
      name: ".unitlint.jsonc",
      bad: '{\n  "targets": ["debian-12"],\n  // ours are made by a generator\n  "rules": { "duplicate-directiv": "off" }\n}\n',
      good: '{\n  "targets": ["debian-12"],\n  // ours are made by a generator\n  "rules": { "duplicate-directive": "off" }\n}\n',
    },
  ],
  visit: {},
});
