/** Targets by name: distribution releases, with the version of systemd that they carry. */
import data from "../../data/targets.json" with { type: "json" };
import type { SystemdVersion } from "./directive.ts";

/** A release of a distribution, as a row of `server/data/targets.json` gives it. */
export interface Distribution {
  readonly name: string;
  readonly title: string;
  readonly systemd: SystemdVersion;
  readonly aliases: readonly string[];
  /** Pairs such as `Service.MemoryMin` that it carries although its version of systemd does not. */
  readonly adds: readonly string[];
  /** How sure the additions are: read from its table of directives, from its list of patches, or not at all. */
  readonly overlay: "verified" | "documented" | "unverified";
  readonly certainty: "verified" | "documented" | "recalled";
  /** What was read. */
  readonly source: string;
  /** The day on which it was read: `2026-11-22`. */
  readonly checked: string;
  /** Of a name that means several releases: these; the row is about the oldest that is still supported. */
  readonly ambiguous?: readonly string[];
  /** Of such a name: the release that the row is about. */
  readonly takes?: string;
  readonly note?: string;
}

/** Every row of the table, in the order of their names. */
export const distributions = data.targets as readonly Distribution[];

/** The release of a name or alias; case does not count. */
export function distribution(name: string): Distribution | undefined {
  const wanted = name.toLowerCase();
  return distributions.find(row => row.name === wanted || row.aliases.includes(wanted));
}

/** Every name and alias. */
export function distributionNames(): string[] {
  return distributions.flatMap(({ name, aliases }) => [name, ...aliases]);
}
