/** Looks for configurations of the inputs: quick where there is none, as then nothing else is loaded. */
import { absolutePath } from "../platform/process.ts";
import type { Configs } from "../workspace/config/configs.ts";
import { configFinder, type FindConfig } from "../workspace/config/find.ts";
import type { FileHost } from "../workspace/file-host.ts";
import { folderOf } from "../workspace/path.ts";
import type { LintArguments } from "./options.ts";

/** What of the arguments decides. */
export type ConfigArguments = Pick<
  LintArguments,
  "config" | "target" | "root" | "unitPath" | "preset" | "rule" | "hardening"
>;

/** The configurations of some paths; undefined where none of them has one, or none is wanted. Throws a UsageError for a `--config` that is not there. */
export async function lookUpConfigs(
  args: ConfigArguments,
  paths: readonly string[],
  host: FileHost,
): Promise<Configs | undefined> {
  if (args.config === false) return undefined;
  const find = args.config === undefined ? configFinder(host) : undefined;
  if (find !== undefined && !paths.some(path => find(folderOf(absolutePath(path))) !== undefined)) return undefined;
  const { readConfigs } = await import("./read-configs.ts");
  return readConfigs(args, paths, { host, find });
}

/** What `readConfigs` needs besides the arguments. */
export interface ConfigPlaces {
  readonly host: FileHost;
  /** Undefined where `--config` names one. */
  readonly find: FindConfig | undefined;
}
