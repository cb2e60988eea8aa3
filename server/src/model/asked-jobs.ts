/** Jobs of a unit that commands of others ask for. */
import { commandsOf } from "./commands.ts";
import { ownNames } from "./own-units.ts";
import type { Unit } from "./unit.ts";
import type { UnitSet } from "./unit-set.ts";

/** Whether a command of somebody's unit may ask systemd to do one of these things with a unit: by systemctl and its like, also within a line of shell. */
export function isAskedFor(unit: Unit, verbs: ReadonlySet<string>, set: UnitSet): boolean {
  const names = new Set([unit.id, unit.id.replace(/\.service$/, "")]);
  return ownNames(set).some(name =>
    commandsOf(set.unit(name).settings).some(({ command: { argv } }) => {
      const words = argv.join(" ").split(/[\s;&|"'()]+/);
      const asks = words.some(word => /(?:^|\/)(?:systemctl|service|busctl)$/.test(word));
      return asks && words.some(word => verbs.has(word)) && words.some(word => names.has(word));
    }),
  );
}
