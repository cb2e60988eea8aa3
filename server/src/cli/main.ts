/** The command line: reads the arguments, runs a command, sets the exit status. */
import yargs, { type Argv } from "yargs";
import manifest from "../../package.json" with { type: "json" };
import { declareCommands } from "./command-line.ts";
import type { CommandOutput } from "./command-output.ts";
import { complete } from "./commands/complete.ts";
import { lintCommand } from "./commands/lint.ts";
import { lintArguments } from "./options.ts";
import { terminalWidth } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Runs unitlint with the arguments behind its name; never throws for a user's mistake. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", ignoreClosedPipe);
  try {
    await commandLine(argv.map(word => (word === "-" ? "--stdin" : word))).parseAsync();
  } catch (error) {
    process.stderr.write(`unitlint: ${error instanceof UsageError ? error.message : describeBug(error)}\n`);
    process.exitCode = 2;
  }
}

/** People get a line; whoever mends it asks for the stack. */
function describeBug(error: unknown): string {
  if (process.env.UNITLINT_DEBUG !== undefined && error instanceof Error) return String(error.stack);
  return `internal error: ${error instanceof Error ? error.message : error}; please report it with the output of UNITLINT_DEBUG=1`;
}

function commandLine(argv: readonly string[]): Argv {
  const yargsWithLint = yargs([...argv])
    .scriptName("unitlint")
    .locale("en")
    .wrap(Math.min(100, terminalWidth(process.env, process.stdout)))
    .usage("unitlint checks systemd unit files, without systemd.")
    .command("$0 [paths..]", "Lint unit files and drop-ins", lintArguments, async args => {
      process.exitCode = await lintCommand(args);
    });
  return declareCommands(yargsWithLint, finish)
    .completion("completion", "Print a completion script for bash or zsh", complete)
    .exitProcess(argv[0] === "completion")
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

/** `unitlint … | head` ends the reader first; that is no failure of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
