/** From `--target` to the catalogs to judge by. */
import { catalogAt, knownVersions, newestVersion, withAdditions } from "../catalog/catalog.ts";
import type { Target } from "../lint/targets.ts";
import { diskHost } from "../platform/disk-host.ts";
import { nearest } from "../text/nearest.ts";
import { rootVersion } from "../workspace/root-version.ts";
import { UsageError } from "./usage-error.ts";

/** A target, with what there is to say about how it was understood. */
export interface NamedTarget extends Target {
  /** Where the name means several releases: which one was taken. */
  readonly note?: string;
}

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
  if (named.length > 0) return named;
  const found = roots.length > 0 ? rootVersion(diskHost, roots) : undefined;
  return [String(found !== undefined && knownVersions.includes(found) ? found : newestVersion)];
}

async function readTarget(name: string): Promise<NamedTarget> {
  if (/^\d+$/.test(name)) return numbered(name, Number(name));
  if (name === "host") return numbered(name, await hostVersion());
  const { distribution, distributionNames } = await import("../catalog/targets.ts");
  const found = distribution(name);
  if (found !== undefined) {
    const catalog = withAdditions(catalogAt(found.systemd), found.adds);
    return {
      name,
      catalog,
      ...(found.takes !== undefined && {
        note: `${name} means several releases; ${found.takes} is taken, with systemd ${found.systemd}`,
      }),
    };
  }
  const close = nearest(name, distributionNames());
  throw new UsageError(
    `--target ${name}: no such release${close === undefined ? "" : `; did you mean ${close}?`}; unitlint targets lists them`,
  );
}

function numbered(name: string, version: number): NamedTarget {
  if (knownVersions.includes(version)) return { name, catalog: catalogAt(version) };
  throw new UsageError(
    `--target ${name}: systemd ${version} is not known; ${knownVersions[0]} to ${knownVersions.at(-1)} are`,
  );
}

async function hostVersion(): Promise<number> {
  const { hostSystemdVersion } = await import("../platform/host-systemd.ts");
  const version = hostSystemdVersion();
  if (version === undefined) throw new UsageError("--target host: systemctl --version does not answer on this host");
  return version;
}
