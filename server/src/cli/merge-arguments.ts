/** The arguments of `unitlint merge`. */
import type { Argv } from "yargs";
import { outputOptions } from "./options/output.ts";
import { reportOptions } from "./options/reports.ts";

/** Which reports, and how to tell what they hold. */
export function mergeArguments(yargs: Argv) {
  return yargs
    .positional("reports", {
      type: "string",
      array: true,
      default: [] as string[],
      describe: "Reports in the format json or ndjson; - or none reads standard input",
    })
    .options({ ...outputOptions, ...reportOptions })
    .example("unitlint merge --format sarif shards/*.ndjson", "One log of what many machines found")
    .epilogue("Exit status: as that of the run whose parts were merged; 2 where a report is missing or cut off.");
}
