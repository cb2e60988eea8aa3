/** Targets in words. */
import type { TargetName } from "../../lint/finding.ts";
import { printable } from "../terminal.ts";

/** `systemd 252, 262` for numbers, `debian-11 (systemd 247)` for names whose version is known. */
export function targetsInWords(
  targets: readonly TargetName[],
  versions: Readonly<Record<TargetName, number>> = {},
): string {
  const numbers = targets.filter(target => /^\d+$/.test(target));
  const names = targets.filter(target => !numbers.includes(target)).map(name => describe(name, versions[name]));
  return [...names, ...(numbers.length > 0 ? [`systemd ${numbers.join(", ")}`] : [])].join(", ");
}

function describe(name: TargetName, version: number | undefined): string {
  return version === undefined ? printable(name) : `${printable(name)} (systemd ${version})`;
}
