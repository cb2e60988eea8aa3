/** The options that say where reports go. */
import type { Options } from "yargs";

/** Besides the one on standard output. */
export const reportOptions = {
  "output-file": {
    alias: "o",
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: "Write the report to this file, or one more report as FORMAT=PATH; may be repeated",
    group: "Output:",
  },
  statistics: {
    type: "boolean",
    default: false,
    describe: "Print how many findings there are of each rule, instead of the findings",
    group: "Output:",
  },
} as const satisfies Readonly<Record<string, Options>>;
