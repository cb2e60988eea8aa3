/** A path unit that watches nothing. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const pathWithoutSetting = defineRule({
  id: "path-without-setting",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A path unit without any path",
  why: `A path unit needs PathExists=, PathExistsGlob=, PathChanged=, PathModified= or DirectoryNotEmpty=. An empty assignment of any of
these clears all of them.`,
  examples: [
    {
      name: "spool.path",
      bad: "[Path]\nMakeDirectory=yes\n",
      good: "[Path]\nDirectoryNotEmpty=/var/spool/app\nMakeDirectory=yes\n",
      beside: { "spool.service": "[Service]\nExecStart=/usr/bin/app\n" },
    },
  ],
  visit: unitProblemVisitor("path-without-setting"),
});
