/** The units that systemd ships, and those that distributions nearly always add: what a lone repository may count on. */

import distribution from "../../data/distribution-units.json" with { type: "json" };
import stock from "../../data/stock-units.json" with { type: "json" };
import type { SystemdVersion } from "./directive.ts";
import { remember } from "./lazy.ts";

/** A file or link in a folder of units. */
export type StockFile = {
  /** `basic.target`; of a drop-in or dependency link with its folder: `sysinit.target.wants/systemd-udevd.service`. */
  readonly name: string;
} & (
  | {
      /** The lines that decide how it loads and what it depends on. */
      readonly text: string;
    }
  | {
      /** The name of the file that it leads to. */
      readonly link: string;
    }
);

/** A file as a row of `server/data/stock-units.json` gives it. */
export type StockRow = StockFile & {
  /** The releases that have it so; absent where all have. */
  readonly in?: readonly SystemdVersion[];
};

/** The shape of `server/data/stock-units.json`. */
export interface StockTable {
  /** The releases that were read, ascending. */
  readonly systemd: readonly SystemdVersion[];
  /** Sorted by name. */
  readonly system: readonly StockRow[];
  readonly user: readonly StockRow[];
}

/** A unit of `server/data/distribution-units.json`. */
export type DistributionUnit = {
  readonly name: string;
  /** Where it was read, or that it is general knowledge. */
  readonly source: string;
} & ({ readonly text?: string } | { readonly link: string });

/** The release whose units stand for those of another: the newest that was read and is not newer, else the oldest. */
export function stockVersion(version: SystemdVersion): SystemdVersion {
  const { systemd } = table();
  return systemd.findLast(read => read <= version) ?? systemd[0] ?? version;
}

/** All units, links and drop-ins that systemd ships, as of `stockVersion`, sorted by name. */
export function stockUnits(version: SystemdVersion, manager: "system" | "user"): readonly StockFile[] {
  return unitsAt(`${manager} ${stockVersion(version)}`);
}

/** The units of distributions, the same for all releases, sorted by name. */
export function distributionUnits(manager: "system" | "user"): readonly DistributionUnit[] {
  return distribution[manager];
}

const table = (): StockTable => stock;

const unitsAt = remember((key: string): readonly StockFile[] => {
  const [manager, version] = key.split(" ");
  const rows = manager === "user" ? table().user : table().system;
  return rows.filter(row => row.in === undefined || row.in.includes(Number(version)));
});
