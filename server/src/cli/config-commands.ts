/** The commands about configurations, as yargs declares them; what only they need is loaded when they run. */
import type { Argv } from "yargs";
import type { CommandOutput } from "./command-output.ts";
import { configOptions } from "./options/config.ts";

/** Adds them to the command line; `finish` prints what a command says and keeps its exit status. */
export function declareConfigCommands(yargs: Argv, finish: (output: CommandOutput) => void): Argv {
  return yargs
    .command(
      "config <files..>",
      "Show what files are judged by, and where each setting is said",
      configArguments,
      async args => {
        const { config } = await import("./commands/config.ts");
        finish(await config({ ...args, config: args.config as string | false | undefined }));
      },
    )
    .command("init", "Write a commented configuration, .unitlint.jsonc", initArguments, async args => {
      const { init } = await import("./commands/init.ts");
      const { uninterrupted } = await import("../platform/uninterrupted.ts");
      finish(await uninterrupted(() => init(args)));
    });
}

function configArguments(yargs: Argv) {
  return yargs
    .positional("files", {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Unit files; they need not exist",
    })
    .options(configOptions)
    .option("format", {
      choices: ["human", "json"] as const,
      default: "human" as "human" | "json",
      describe: "How to print it",
    })
    .example("unitlint config deploy/app.service", "Which settings count for the file")
    .epilogue("Exit status: 2 where a configuration has a mistake.");
}

function initArguments(yargs: Argv) {
  return yargs.option("force", { type: "boolean", default: false, describe: "Replace the one that is there" });
}
