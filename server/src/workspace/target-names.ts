/** From the name of a target to the systemd that it means. */
import { catalogAt, knownVersions, newestVersion, withAdditions } from "../catalog/catalog.ts";
import type { Target } from "../lint/targets.ts";
import { nearest } from "../text/nearest.ts";
import type { FileHost } from "./file-host.ts";
import { rootVersion } from "./root-version.ts";

/** A target, with what there is to say about how it was understood. */
export interface NamedTarget extends Target {
  /** Where the name means several releases: which one was taken. */
  readonly note?: string;
}

/** What is loaded or asked only where a name wants it. */
export interface TargetLookups {
  readonly distribution: typeof import("../catalog/targets.ts").distribution;
  readonly distributionNames: typeof import("../catalog/targets.ts").distributionNames;
  /** The version of the systemd of this host, if it has one. */
  readonly hostVersion: () => number | undefined;
}

/** Finds the target that `262`, `debian-11` or `host` means, or says why there is none (one line, no final period). */
export function targetNamed(name: string, lookups: TargetLookups): NamedTarget | { readonly problem: string } {
  if (/^\d+$/.test(name)) return numbered(name, Number(name));
  if (name === "host") {
    const version = lookups.hostVersion();
    return version === undefined
      ? { problem: "systemctl --version does not answer on this host" }
      : numbered(name, version);
  }
  const found = lookups.distribution(name);
  if (found === undefined) {
    const close = nearest(name, lookups.distributionNames());
    return {
      problem: `no such release${close === undefined ? "" : `; did you mean ${close}?`}; unitlint targets lists them`,
    };
  }
  const catalog = withAdditions(catalogAt(found.systemd), found.adds);
  if (found.takes === undefined) return { name, catalog };
  return {
    name,
    catalog,
    note: `${name} means several releases; ${found.takes} is taken, with systemd ${found.systemd}`,
  };
}

/** What to read where the user names no target: the systemd that a root holds, else the newest. */
export function wantedTargets(
  host: FileHost,
  named: readonly string[],
  roots: readonly string[],
): readonly [string, ...string[]] {
  const [first, ...others] = named;
  if (first !== undefined) return [first, ...others];
  const found = roots.length > 0 ? rootVersion(host, roots) : undefined;
  return [String(found !== undefined && knownVersions.includes(found) ? found : newestVersion)];
}

function numbered(name: string, version: number): NamedTarget | { readonly problem: string } {
  if (knownVersions.includes(version)) return { name, catalog: catalogAt(version) };
  return { problem: `systemd ${version} is not known; ${knownVersions[0]} to ${knownVersions.at(-1)} are` };
}
