/** What the status item says. */

/** A target, as the server names it. */
export interface Target {
  readonly name: string;
  readonly title: string;
  readonly systemd: number;
}

/** `systemd 262`, `Debian 12 (bookworm), systemd 252`; of several the names. */
export function targetText(targets: readonly Target[]): string {
  const [only, second] = targets;
  if (only === undefined) return "systemd";
  if (second !== undefined)
    return targets.map(({ name }) => (/^\d+$/.test(name) ? `systemd ${name}` : name)).join(", ");
  return /^\d+$/.test(only.name) ? `systemd ${only.systemd}` : `${only.title}, systemd ${only.systemd}`;
}

/** `2 findings here, 7 in all files`. */
export function findingText(here: number, all: number): string {
  const count = (n: number) => (n === 0 ? "no findings" : `${n} finding${n === 1 ? "" : "s"}`);
  return all === here ? `${count(here)}` : `${count(here)} here, ${all} in all files`;
}
