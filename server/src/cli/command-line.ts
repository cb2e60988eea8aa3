/** The whole command line as yargs reads it. */
import yargs, { type Argv } from "yargs";
import manifest from "../../package.json" with { type: "json" };
import { declareCommands } from "./command-list.ts";
import type { CommandOutput } from "./command-output.ts";
import { complete } from "./commands/complete.ts";
import { lintCommand } from "./commands/lint.ts";
import { type Declared, givenArguments } from "./given-arguments.ts";
import { lintArguments } from "./options.ts";
import { terminalWidth } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Reads the arguments, with operands marked, and runs the command that they name; throws a UsageError where they name none. */
export function commandLine(words: readonly string[]): Argv {
  const reader: Argv = yargs([...words]);
  const declared = reader as Argv & Declared;
  const yargsWithLint = reader
    .scriptName("unitlint")
    .locale("en")
    .wrap(Math.min(100, terminalWidth(process.env, process.stdout)))
    .usage("unitlint checks systemd unit files, without systemd.")
    .middleware(args => void Object.assign(args, givenArguments(args, declared)), true)
    .command("$0 [paths..]", "Lint unit files and drop-ins", lintArguments, async args => {
      process.exitCode = await lintCommand({ ...args, config: args.config as string | false | undefined });
    });
  return declareCommands(yargsWithLint, finish)
    .completion("completion", "Print a completion script for bash or zsh", complete)
    .exitProcess(words[0] === "completion")
    .example("unitlint .", "Lint every unit file below this folder")
    .example("unitlint --format json units/*.service", "Findings for a program")
    .example("unitlint --as app.service.d/x.conf draft.txt", "Lint a file under another name")
    .example("unitlint --target debian-11,rhel-9.4 .", "For the hosts that will run the units")
    .example("unitlint --preset verify /etc/systemd", "Only what systemd-analyze verify would say")
    .example("unitlint calendar 'Mon..Fri 9:00'", "When a timer elapses")
    .epilogue(
      "Exit status: 0 nothing found at the failing severity, 1 findings, 2 something could not be read or understood.",
    )
    .version(manifest.version)
    .help()
    .alias("help", "h")
    .strictOptions()
    .fail((message, error) => {
      if (error !== undefined && error.name !== "YError") throw error;
      throw new UsageError(`${oneLine(message)}; see unitlint --help`);
    });
}

function finish({ stdout, stderr, status }: CommandOutput): void {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}

/** yargs tells of a wrong choice in two lines and many words. */
function oneLine(message: string): string {
  if (message.startsWith("Not enough non-option arguments")) return "an argument is missing";
  const [, option, given, choices] = /Argument: (\S+), Given: "(.*)", Choices: (.*)/.exec(message) ?? [];
  return option === undefined ? message : `--${option} ${given}: choose one of ${choices?.replaceAll('"', "")}`;
}
