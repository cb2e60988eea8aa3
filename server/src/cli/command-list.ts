/** The commands besides linting, as yargs declares them; what only they need is loaded when they run. */
import type { Argv } from "yargs";
import { newestVersion } from "../catalog/catalog.ts";
import type { CommandOutput } from "./command-output.ts";
import { declareConfigCommands } from "./config-commands.ts";
import { fmtArguments } from "./fmt-arguments.ts";
import { declareInstallCommands } from "./install-commands.ts";
import { mergeArguments } from "./merge-arguments.ts";
import { declareSecurityCommand } from "./security-command.ts";
import { declareUnitCommands } from "./unit-commands.ts";

/** Adds them to the command line; `finish` prints what a command says and keeps its exit status. */
export function declareCommands(yargs: Argv, finish: (output: CommandOutput) => void): Argv {
  return declareConfigCommands(
    declareSecurityCommand(declareInstallCommands(declareUnitCommands(yargs, finish), finish), finish),
    finish,
  )
    .command("explain <words..>", "Say what a rule, a directive or a value is about", explainArguments, async args => {
      const { explain } = await import("./commands/explain.ts");
      const { readTexts } = await import("../platform/read-texts.ts");
      const { readTargets } = await import("./targets.ts");
      const { terminalWidth } = await import("./terminal.ts");
      const [{ catalog }] = await readTargets([args.target]);
      const width = Math.min(100, terminalWidth(process.env, process.stdout));
      finish(said(explain(args.words.join(" "), { texts: readTexts(), catalog, clock: hostClock(), width })));
    })
    .command("fmt [paths..]", "Format unit files, without touching what systemd reads", fmtArguments, async args => {
      const { fmt } = await import("./commands/fmt.ts");
      const { encodeUtf8 } = await import("../text/utf8.ts");
      const { stdout, stderr, status } = await fmt({ ...args, config: args.config as string | false | undefined });
      process.stdout.write(encodeUtf8(stdout));
      finish({ stdout: "", stderr, status });
    })
    .command("lsp", "Serve an editor over the Language Server Protocol", serverArguments, async args => {
      const { lspCommand } = await import("./commands/lsp.ts");
      await lspCommand(args);
    })
    .command("merge [reports..]", "Make one report of several, such as those of shards", mergeArguments, async args => {
      const { mergeCommand } = await import("./commands/merge.ts");
      process.exitCode = await mergeCommand(args);
    })
    .command("rules", "List the rules", {}, async () => {
      const { listRules } = await import("./commands/rules.ts");
      finish(said(listRules()));
    })
    .command("targets", "List the targets that --target knows", {}, async () => {
      const { listTargets } = await import("./commands/targets.ts");
      finish(said(listTargets()));
    })
    .command(
      "diff-targets <one> <other>",
      "Show which directives set two targets apart",
      targetArguments,
      async args => {
        const { diffTargets } = await import("./commands/targets.ts");
        const { readTargets } = await import("./targets.ts");
        const [one] = await readTargets([args.one]);
        const [other] = await readTargets([args.other]);
        finish(said(diffTargets(one, other)));
      },
    )
    .command("calendar <expressions..>", "Show when calendar events elapse", calendarArguments, async args => {
      const { calendar } = await import("./commands/calendar.ts");
      finish(calendar(args, hostClock()));
    })
    .command("timespan <spans..>", "Show how time spans are read", spanArguments, async ({ spans }) => {
      const { timespan } = await import("./commands/timespan.ts");
      finish(timespan(spans));
    });
}

function said(stdout: string): CommandOutput {
  return { stdout, stderr: "", status: 0 };
}

function serverArguments(yargs: Argv) {
  return yargs
    .option("stdio", { type: "boolean", describe: "Over standard input and output, which is the default" })
    .option("socket", {
      type: "number",
      requiresArg: true,
      conflicts: ["stdio", "node-ipc"],
      describe: "At this port of the loopback interface, for one client",
    })
    .option("node-ipc", { type: "boolean", conflicts: "stdio", describe: "Over the channel of Node's fork()" })
    .option("clientProcessId", {
      type: "number",
      requiresArg: true,
      describe: "End when this process ends",
    });
}

function hostClock() {
  return { now: BigInt(Date.now()) * 1000n, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

function explainArguments(yargs: Argv) {
  return yargs
    .positional("words", {
      type: "string",
      array: true,
      demandOption: true,
      describe:
        "A rule such as unknown-directive, a directive (Restart=), a value (Restart=on-failure), a section, specifier …",
    })
    .option("target", {
      type: "string",
      requiresArg: true,
      default: String(newestVersion),
      describe: "For which systemd: a version, or a release such as debian-11",
    })
    .example("unitlint explain inline-comment", "What a rule is about")
    .example("unitlint explain Restart=", "What a directive does, its default and its values")
    .example("unitlint explain OnCalendar=weekly", "What a value comes to")
    .example(
      "unitlint explain exit-status 203",
      "What an exit status says; also CAP_NET_ADMIN, @system-service, %i, '[Service]'",
    )
    .epilogue("Exit status: 2 where nothing is known of the word.");
}

function targetArguments(yargs: Argv) {
  return yargs
    .positional("one", { type: "string", demandOption: true, describe: "A target, such as debian-11" })
    .positional("other", { type: "string", demandOption: true, describe: "Another, such as 262" });
}

function calendarArguments(yargs: Argv) {
  return yargs
    .positional("expressions", {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Calendar events such as 'Mon..Fri 9:00', as OnCalendar= takes them",
    })
    .option("iterations", { type: "number", requiresArg: true, default: 1, describe: "How many times to show" })
    .option("base-time", {
      type: "string",
      requiresArg: true,
      describe: "A timestamp to look ahead from; now by default",
    })
    .option("timezone", {
      type: "string",
      requiresArg: true,
      describe: "A time zone such as Europe/Berlin; the host's by default",
    });
}

function spanArguments(yargs: Argv) {
  return yargs.positional("spans", {
    type: "string",
    array: true,
    demandOption: true,
    describe: "Time spans such as '5min 20s', as TimeoutStartSec= takes them",
  });
}
