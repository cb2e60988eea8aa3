/** The options for what one run at a time would take long for. */
import type { Options } from "yargs";

/** Many trees, threads, and parts for several machines. */
export const scaleOptions = {
  trees: {
    type: "boolean",
    default: false,
    describe: "Judge each path by itself, an image or another root in its own surroundings: --trees images/*",
    group: "Scale:",
  },
  jobs: {
    alias: "j",
    type: "string",
    requiresArg: true,
    default: "1",
    describe: "Judge in so many threads, or auto for one a processor",
    group: "Scale:",
  },
  shard: {
    type: "string",
    requiresArg: true,
    describe: "Judge only this part, such as 2/4; unitlint merge joins the reports of all",
    group: "Scale:",
  },
} as const satisfies Readonly<Record<string, Options>>;
