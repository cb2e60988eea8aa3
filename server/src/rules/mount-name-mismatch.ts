/** Mounts, automounts and swaps whose names are not those of their paths. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const mountNameMismatch = defineRule({
  id: "mount-name-mismatch",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "The name of a mount, automount or swap does not tell its path",
  why: `These units are named after the path that they mount or swap to, escaped: /srv/my-data is srv-my\\x2ddata.mount, as systemd-escape --path
tells. systemd refuses a unit whose Where= or What= says something else than its name, and one whose name stands for no path. For the same reason there are no templates of
these types.`,
  examples: [
    {
      name: "data.mount",
      goodName: "srv-data.mount",
      bad: "[Mount]\nWhat=/dev/sdb1\nWhere=/srv/data\n",
      good: "[Mount]\nWhat=/dev/sdb1\nWhere=/srv/data\n",
    },
  ],
  visit: unitProblemVisitor("mount-name-mismatch"),
});
