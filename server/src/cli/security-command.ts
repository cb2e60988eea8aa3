/** The command that tells how exposed units are, as yargs declares it; what only it needs is loaded when it runs. */
import type { Argv } from "yargs";
import { newestVersion } from "../catalog/catalog.ts";
import type { Policy } from "../exposure/policy.ts";
import type { CommandOutput } from "./command-output.ts";
import { configOptions } from "./options/config.ts";
import { type SecurityFormat, securityFormats } from "./reporters/formats.ts";
import { unitPlaceOptions, withUnread } from "./unit-places.ts";
import { UsageError } from "./usage-error.ts";

/** Adds it to the command line; `finish` prints what it says and keeps its exit status. */
export function declareSecurityCommand(yargs: Argv, finish: (output: CommandOutput) => void): Argv {
  return yargs.command(
    "security [units..]",
    "Tell how exposed services are, and how to confine them",
    securityArguments,
    async args => {
      const { openExposed } = await import("./exposed-units.ts");
      const { readTargets, wantedTargets } = await import("./targets.ts");
      const { colourWanted, paintWith } = await import("./terminal.ts");
      const { securityConfig } = await import("./security-config.ts");
      const said = await securityConfig({ ...args, config: args.config as string | false | undefined });
      const [{ name, catalog, note }] = await readTargets(
        wantedTargets(args.target === undefined ? said.targets.slice(0, 1) : [args.target], args.root),
      );
      if (note !== undefined) process.stderr.write(`unitlint: note: ${note}\n`);
      const policy = await readPolicy(args);
      const exposed = openExposed(args, catalog);
      if (args.suggest || args.write) {
        const { suggest } = await import("./commands/suggest.ts");
        const { writeNewText } = await import("../platform/write-text.ts");
        const { uninterrupted } = await import("../platform/uninterrupted.ts");
        const write = args.write ? writeNewText : undefined;
        const output = await uninterrupted(() => suggest(exposed, { level: args.level, policy, write }));
        finish(withUnread(output, exposed.unread()));
        return;
      }
      const { security } = await import("./commands/security.ts");
      const target = { name, version: catalog.version };
      const paint = paintWith(colourWanted(process.env, process.stdout));
      const threshold = args.threshold ?? said.threshold ?? MOST_EXPOSED;
      finish(withUnread(security(exposed, { ...args, threshold, policy, target }, paint), exposed.unread()));
    },
  );
}

/** In tenths: nothing fails. */
const MOST_EXPOSED = 100;

interface PolicyArguments {
  readonly units: readonly string[];
  readonly policy: string | undefined;
  readonly root: readonly string[];
  readonly unitPath: readonly string[];
}

/** The units of a host are weighed by its own policy; those of a project come out the same everywhere. */
async function readPolicy({ units, policy, root, unitPath }: PolicyArguments): Promise<Policy | undefined> {
  const { findPolicy } = await import("./security-policy.ts");
  const { readUnitWords } = await import("./unit-words.ts");
  const { diskHost } = await import("../platform/disk-host.ts");
  const { paths } = readUnitWords(units, diskHost.kind, root.length + unitPath.length > 0);
  const ofHost = units.length > 0 && paths.length === 0 && unitPath.length === 0;
  return findPolicy(policy, root.length > 0 ? root : ofHost ? ["/"] : []);
}

function securityArguments(yargs: Argv) {
  return yargs
    .positional("units", {
      type: "string",
      array: true,
      default: [] as string[],
      describe: "Units by name, unit files by path, or the folder of a project; by default this folder",
    })
    .option("threshold", {
      type: "number",
      requiresArg: true,
      defaultDescription: `${MOST_EXPOSED}, or what a configuration says`,
      describe: "Exit with 1 where a unit is more exposed, in tenths: 50 for 5.0",
    })
    .option("policy", {
      type: "string",
      requiresArg: true,
      describe: "Weigh by this policy file, as --security-policy= of systemd-analyze does",
    })
    .option("format", {
      choices: securityFormats,
      default: "human" as SecurityFormat,
      describe: "How to print; systemd-json is the shape of systemd-analyze security --json=short",
    })
    .option("suggest", {
      type: "boolean",
      default: false,
      describe: "Print a drop-in that confines each service further, instead of the assessments",
    })
    .option("level", {
      choices: ["safe", "strict"] as const,
      default: "safe" as "safe" | "strict",
      describe: "With --suggest: only what hardly ever breaks a service, or all, with what speaks against it",
    })
    .option("write", {
      type: "boolean",
      default: false,
      describe: "With --suggest: write the drop-in where it belongs; nothing is overwritten",
    })
    .options(unitPlaceOptions)
    .options(configOptions)
    .option("target", {
      type: "string",
      requiresArg: true,
      defaultDescription: `${newestVersion}, or what a --root holds`,
      describe: "What runs the units: a systemd version, a release such as debian-11, or host",
      group: "Units:",
    })
    .check(({ suggest, write, level, format }) => {
      if (!suggest && !write && level !== "safe") throw new UsageError("--level goes with --suggest");
      if ((suggest || write) && format !== "human")
        throw new UsageError("--suggest makes a drop-in: leave out --format");
      return true;
    })
    .check(({ threshold }) => {
      if (threshold === undefined) return true;
      if (Number.isInteger(threshold) && threshold >= 0 && threshold <= 100) return true;
      const meant = threshold > 0 && threshold < 10 ? `; ${threshold} of 10 is ${Math.round(threshold * 10)}` : "";
      throw new UsageError(`--threshold takes a whole number from 0 to 100, in tenths${meant}`);
    })
    .example("unitlint security deploy/app.service", "All assessments of one service, what helps most first")
    .example("unitlint security --threshold 50 --target debian-12 .", "In CI: no service over 5.0")
    .example("unitlint security --root /srv/image sshd", "A service of an image")
    .example("unitlint security --suggest --write deploy/app.service", "Put a drop-in beside the unit")
    .epilogue("Exit status: 1 where a unit is over the threshold, or systemd would not load it.");
}
