/** An order in which the units that systemd ships may start. */
import orders from "../../data/stock-order.json" with { type: "json" };
import type { SystemdVersion } from "./directive.ts";
import { remember } from "./lazy.ts";
import { stockVersion } from "./stock-units.ts";

/**
 * The place of each unit in an order in which it comes after all that it waits for; the units that they refer to, but that are not shipped,
 * have one too. Units that could close a ring, and that nothing pulls in, have none.
 */
export function stockOrder(version: SystemdVersion, manager: "system" | "user"): ReadonlyMap<string, number> {
  return orderAt(`${stockVersion(version)} ${manager}`);
}

const orderAt = remember((key: string): ReadonlyMap<string, number> => {
  const names: readonly string[] = (orders as Readonly<Record<string, readonly string[]>>)[key] ?? [];
  return new Map(names.map((name, place) => [name, place]));
});
