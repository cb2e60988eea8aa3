/** Slices whose names tell no place in the tree of slices. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const invalidSlice = defineRule({
  id: "invalid-slice",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "The name of a slice is not valid",
  why: `The name of a slice tells where it lies: a-b.slice lies in a.slice. So a dash must not stand at either end, nor two of them
together, and there are no templates of slices.`,
  examples: [
    {
      name: "app-.slice",
      goodName: "app-web.slice",
      bad: "[Slice]\nMemoryMax=1G\n",
      good: "[Slice]\nMemoryMax=1G\n",
    },
  ],
  visit: unitProblemVisitor("invalid-slice"),
});
