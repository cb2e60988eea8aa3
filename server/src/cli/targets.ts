/** From `--target` to the catalogs to judge by. */
import { diskHost } from "../platform/disk-host.ts";
import {
  type NamedTarget,
  type TargetLookups,
  targetNamed,
  wantedTargets as wanted,
} from "../workspace/target-names.ts";
import { UsageError } from "./usage-error.ts";

/** Reads `debian-11,rhel-9.4,262`; throws a UsageError for a name that nobody knows. The table of names is loaded only for names. */
export async function readTargets(words: readonly string[]): Promise<[NamedTarget, ...NamedTarget[]]> {
  const [first, ...others] = [
    ...new Set(
      words
        .flatMap(word => word.split(","))
        .map(word => word.trim())
        .filter(word => word !== ""),
    ),
  ];
  if (first === undefined) throw new UsageError("--target names nothing; unitlint targets lists what there is");
  return [await readTarget(first), ...(await Promise.all(others.map(readTarget)))];
}

/** What to read where the user names no target: the systemd that a root holds, else the newest. */
export function wantedTargets(named: readonly string[], roots: readonly string[]): readonly string[] {
  return wanted(diskHost, named, roots);
}

async function readTarget(name: string): Promise<NamedTarget> {
  const outcome = targetNamed(name, await lookupsFor(name));
  if ("problem" in outcome) throw new UsageError(`--target ${name}: ${outcome.problem}`);
  return outcome;
}

async function lookupsFor(name: string): Promise<TargetLookups> {
  if (/^\d+$/.test(name)) return noLookups;
  if (name !== "host") return { ...noLookups, ...(await import("../catalog/targets.ts")) };
  const { hostSystemdVersion } = await import("../platform/host-systemd.ts");
  return { ...noLookups, hostVersion: hostSystemdVersion };
}

const noLookups: TargetLookups = {
  distribution: () => undefined,
  distributionNames: () => [],
  hostVersion: () => undefined,
};
