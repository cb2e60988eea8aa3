/** Which systemd the units are judged for, and which others could be asked for. */
import { knownVersions } from "../catalog/catalog.ts";
import { distributions } from "../catalog/targets.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** One target. */
export interface TargetChoice {
  /** As settings name it: `262`, `debian-12`. */
  readonly name: string;
  /** For people: `Debian 12 (bookworm)`. */
  readonly title: string;
  readonly systemd: number;
}

/** The targets in use, and all that may be chosen: distributions by their names, then releases of systemd, newest first. */
export function targetChoices({ targets }: Snapshot): {
  readonly current: readonly TargetChoice[];
  readonly choices: readonly TargetChoice[];
} {
  const choices = [
    ...distributions.map(({ name, title, systemd }) => ({ name, title, systemd })),
    ...knownVersions.toReversed().map(systemd => ({ name: String(systemd), title: `systemd ${systemd}`, systemd })),
  ];
  const titles = new Map(choices.map(({ name, title }) => [name, title]));
  const current = targets.map(({ name, catalog: { version } }) => ({
    name,
    title: titles.get(name) ?? name,
    systemd: version,
  }));
  return { current, choices };
}
