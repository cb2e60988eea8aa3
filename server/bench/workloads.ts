/** The files that the benchmark lints. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { ownSeeds } from "../scripts/oracle/seeds.ts";
import { unitFileName } from "../src/model/unit-file-name.ts";

/** Some files under a name for the table. */
export interface Workload {
  readonly name: string;
  readonly files: readonly string[];
  /** What unitlint is asked besides its files. */
  readonly words?: readonly string[];
  readonly peers: readonly Peer[];
}

/** Another program, which gets the same files. */
export interface Peer {
  readonly name: string;
  readonly command: readonly string[];
  /** The share of its time that unitlint may take. */
  readonly budget?: number;
}

const STOCK_FOLDER = "/usr/lib/systemd/system";

/** The unit files that are installed with systemd and its neighbours; links are left out. Empty where there is no systemd. */
export function stockUnits(): string[] {
  try {
    return readdirSync(STOCK_FOLDER, { withFileTypes: true })
      .filter(entry => entry.isFile() && unitFileName(entry.name)?.role === "fragment")
      .map(entry => join(STOCK_FOLDER, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** A few units of our own, written to a folder, for machines without any. */
export function ownUnits(folder: string): string[] {
  return ownSeeds.map(({ type, text }, index) => {
    const path = join(folder, `own-${index}.${type}`);
    writeFileSync(path, text, "latin1");
    return path;
  });
}

/** As many copies as asked for, each under a name of its own. */
export function copies(units: readonly string[], count: number, folder: string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const unit = units[index % units.length] ?? "";
    const copy = join(folder, `copy-${index}${unit.includes("@") ? "@" : ""}${extname(unit)}`);
    copyFileSync(unit, copy);
    return copy;
  });
}

/** Copies of the services among some units. */
export function services(units: readonly string[], count: number, folder: string): string[] {
  return copies(
    units.filter(unit => unit.endsWith(".service")),
    count,
    folder,
  );
}

/** Copies of the services among some units, each fifth with a drop-in of its own; gives their folder. */
export function withDropIns(units: readonly string[], count: number, folder: string): string {
  const services = units.filter(unit => unit.endsWith(".service"));
  for (const [i, copy] of copies(services, count, folder).entries()) {
    if (i % 5 > 0) continue;
    mkdirSync(`${copy}.d`);
    writeFileSync(`${copy}.d/50-limits.conf`, "[Service]\nMemoryMax=1G\n");
  }
  return folder;
}
