/** The command line: reads the arguments, runs a command, sets the exit status. */
import yargs, { type Argv } from "yargs";
import manifest from "../../package.json" with { type: "json" };
import { complete } from "./commands/complete.ts";
import { explain } from "./commands/explain.ts";
import { lintCommand } from "./commands/lint.ts";
import { listRules } from "./commands/rules.ts";
import type { ExitStatus } from "./exit-status.ts";
import { lintArguments } from "./options.ts";
import { readTargets } from "./targets.ts";
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
  return yargs([...argv])
    .scriptName("unitlint")
    .locale("en")
    .wrap(Math.min(100, terminalWidth(process.env, process.stdout)))
    .usage("unitlint checks systemd unit files, without systemd.")
    .command("$0 [paths..]", "Lint unit files and drop-ins", lintArguments, async args =>
      finish(await lintCommand(args)),
    )
    .command("explain <rule>", "Say what a rule is about", ruleArgument, args => finish(explain(args.rule)))
    .command("rules", "List the rules", {}, () => finish(listRules()))
    .command("targets", "List the targets that --target knows", {}, showTargets)
    .command(
      "diff-targets <one> <other>",
      "Show which directives set two targets apart",
      targetArguments,
      showDifference,
    )
    .completion("completion", "Print a completion script for bash or zsh", complete)
    .exitProcess(argv[0] === "completion")
    .example("unitlint .", "Lint every unit file below this folder")
    .example("unitlint --format json units/*.service", "Findings for a program")
    .example("unitlint --as app.service.d/x.conf draft.txt", "Lint a file under another name")
    .example("unitlint --target debian-11,rhel-9.4 .", "For the hosts that will run the units")
    .example("unitlint --preset verify /etc/systemd", "Only what systemd-analyze verify would say")
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

/** yargs tells of a wrong choice in two lines and many words. */
function oneLine(message: string): string {
  if (message.startsWith("Not enough non-option arguments")) return "an argument is missing";
  const [, option, given, choices] = /Argument: (\S+), Given: "(.*)", Choices: (.*)/.exec(message) ?? [];
  return option === undefined ? message : `--${option} ${given}: choose one of ${choices?.replaceAll('"', "")}`;
}

function ruleArgument(yargs: Argv) {
  return yargs.positional("rule", {
    type: "string",
    demandOption: true,
    describe: "The rule's name, such as unknown-directive",
  });
}

function targetArguments(yargs: Argv) {
  return yargs
    .positional("one", { type: "string", demandOption: true, describe: "A target, such as debian-11" })
    .positional("other", { type: "string", demandOption: true, describe: "Another, such as 262" });
}

/** The table of distributions is loaded only where it is wanted. */
async function showTargets(): Promise<void> {
  const { listTargets } = await import("./commands/targets.ts");
  process.stdout.write(listTargets());
}

async function showDifference({ one, other }: { one: string; other: string }): Promise<void> {
  const { diffTargets } = await import("./commands/targets.ts");
  const [first] = await readTargets([one]);
  const [second] = await readTargets([other]);
  process.stdout.write(diffTargets(first, second));
}

function finish(status: ExitStatus): void {
  process.exitCode = status;
}

/** `unitlint … | head` ends the reader first; that is no failure of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
