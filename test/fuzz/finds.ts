/** What was found: kept as JSON beside the texts that once broke a law, and read again to be replayed. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Input } from "./target.ts";
import type { Piece } from "./time-law.ts";

/** An input that broke a law. */
export interface Find {
  readonly target: string;
  /** What was broken, in a line. */
  readonly broken: string;
  readonly input: Input;
  /** The stretch of it that breaks the law once it stands there over and over, up to 64 KiB. */
  readonly grow?: Piece;
}

/** Where finds lie that every test run tries again. */
export const keptFinds: string = fileURLToPath(new URL("../../fixtures/fuzz/", import.meta.url));

/** Writes a find into a folder; its path. The same find has the same name. */
export function keep(find: Find, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const hash = createHash("sha256")
    .update(JSON.stringify([find.target, find.input]))
    .digest("hex")
    .slice(0, 10);
  const path = `${folder.replace(/\/$/, "")}/${find.target}-${hash}.json`;
  writeFileSync(path, `${JSON.stringify(find, null, 2)}\n`);
  return path;
}

/** Reads one. */
export function readFind(path: string): Find {
  return JSON.parse(readFileSync(path, "utf8")) as Find;
}

/** All in a folder, in the order of their names. */
export function findsIn(folder: string): readonly Find[] {
  const names = readdirSync(folder).filter(name => name.endsWith(".json"));
  return names.sort().map(name => readFind(folder + name));
}
