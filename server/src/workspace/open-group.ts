/** From a group of folders to its units. */
import type { Catalog } from "../catalog/catalog.ts";
import { stockFolder } from "../model/stock-folder.ts";
import { openUnitSet, type UnitSet } from "../model/unit-set.ts";
import type { UnitGroup } from "./unit-groups.ts";

/** Opens the units of a group for a systemd; where its folders are no whole system, the stock units come behind them. */
export function openGroup({ folders, manager }: UnitGroup, catalog: Catalog): UnitSet {
  const isWhole = folders.some(({ role, units }) => role !== "given" && units.has("basic.target"));
  return openUnitSet(isWhole ? folders : [...folders, stockFolder(catalog.version, manager)], manager, catalog);
}
