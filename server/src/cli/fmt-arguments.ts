/** The arguments of `unitlint fmt`. */
import type { Argv } from "yargs";
import { configOptions } from "./options/config.ts";

/** Which files, and whether they are written. */
export function fmtArguments(yargs: Argv) {
  return yargs
    .positional("paths", {
      type: "string",
      array: true,
      default: [] as string[],
      describe: "Files, folders or globs; - reads standard input and prints; by default this folder",
    })
    .option("check", {
      type: "boolean",
      default: false,
      describe: "Write nothing; list what is not in form, and exit with 1",
    })
    .option("diff", {
      type: "boolean",
      default: false,
      describe: "Write nothing; print what would change, and exit with 1",
    })
    .option("stdin", { type: "boolean", default: false, describe: "Format standard input" })
    .option("stdin-filename", { type: "string", requiresArg: true, describe: "The name of what standard input holds" })
    .options(configOptions);
}
