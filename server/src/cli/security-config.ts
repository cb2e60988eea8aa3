/** What configurations say about exposures: the threshold, and what runs the units. */

import { diskHost } from "../platform/disk-host.ts";
import { absolutePath } from "../platform/process.ts";
import { joinPath } from "../workspace/path.ts";
import { rememberingHost } from "../workspace/remembering-host.ts";
import { lookUpConfigs } from "./config-lookup.ts";
import { readUnitWords } from "./unit-words.ts";
import { UsageError } from "./usage-error.ts";

/** What counts where the arguments say nothing. */
export interface SecurityConfig {
  /** In tenths. */
  readonly threshold: number | undefined;
  readonly targets: readonly string[];
}

/** What of the arguments decides. */
export interface SecurityPlaces {
  readonly units: readonly string[];
  readonly root: readonly string[];
  readonly unitPath: readonly string[];
  readonly config?: string | false | undefined;
}

/** Of the first file or folder that is named; units by name belong to a host or an image, to which only `--config` speaks. Throws a UsageError for a mistake in it. */
export async function securityConfig({ units, root, unitPath, config }: SecurityPlaces): Promise<SecurityConfig> {
  const besides = root.length + unitPath.length > 0;
  const { paths } = readUnitWords(units.length === 0 && !besides ? ["."] : units, diskHost.kind, besides);
  const [first = config === undefined ? undefined : "."] = paths;
  if (first === undefined) return { threshold: undefined, targets: [] };
  const file = diskHost.kind(first) === "folder" ? joinPath(first, "x.service") : first;
  const usual = { target: [], root: [], unitPath: [], rule: [], config };
  const configs = await lookUpConfigs(usual, [file], rememberingHost(diskHost));
  const mistake = configs
    ?.loaded()
    .flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"))[0];
  if (mistake !== undefined) {
    const { line, column } = mistake.file.position(mistake.span.start);
    throw new UsageError(`${mistake.file.path}:${line}:${column}: ${mistake.message}`);
  }
  const options = configs?.effective(absolutePath(file)).options;
  return { threshold: options?.threshold?.value, targets: options?.targets?.value ?? [] };
}
