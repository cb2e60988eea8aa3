/** Where the generated data comes from: hashes of the inputs, of the generator and of the outputs. */

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MANUAL_FOLDER } from "./manual.ts";
import { UNITS_FOLDER } from "./stock-units.ts";
import { type SourceTree, sha256, textOf } from "./tree.ts";

/** The provenance of one release: the hash of each file that was read, the manual's pages as one, and the units as one. */
interface TreeProvenance {
  readonly version: number;
  readonly release: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** The shape of `server/data/PROVENANCE.json`. */
export interface Provenance {
  /** Combined hash of the generator's own sources. */
  readonly generator: string;
  /** Hash of each file that a person wrote or reviewed, by its name in `server/data`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Hash of each generated file, by its name in `server/data`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Newest first; each release that the trees were read of. */
  readonly systemd: readonly TreeProvenance[];
}

/** The provenance of texts made from others and from trees that are read completely. */
export function provenanceOf(trees: readonly SourceTree[], inputs: Texts, outputs: Texts): Provenance {
  return {
    generator: generatorHash(),
    inputs: hashes(inputs),
    outputs: hashes(outputs),
    systemd: trees.map(tree => ({ version: tree.version, release: tree.release, inputs: inputsOf(tree) })),
  };
}

/** Texts by the name of their file in `server/data`. */
type Texts = ReadonlyMap<string, string>;

/** One hash over the entry and the modules of the generator, as they are on disk now. */
export function generatorHash(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const modules = readdirSync(folder).filter(file => file.endsWith(".ts"));
  const paths = [join(folder, "..", "generate.ts"), ...modules.sort().map(file => join(folder, file))];
  return sha256(paths.map(path => `${sha256(textOf(path))}\n`).join(""));
}

function hashes(texts: Texts): Record<string, string> {
  return Object.fromEntries(Array.from(texts, ([file, text]) => [file, sha256(text)]));
}

function inputsOf(tree: SourceTree): Record<string, string> {
  const files = [...tree.consumed].sort(([a], [b]) => (a < b ? -1 : 1));
  const below = (folder: string) => files.filter(([path]) => path.startsWith(`${folder}/`));
  const [pages, units] = [below(MANUAL_FOLDER), below(UNITS_FOLDER)];
  const sources = files.filter(file => !pages.includes(file) && !units.includes(file));
  return {
    ...Object.fromEntries(sources.map(([path, text]) => [path, sha256(text)])),
    [`${MANUAL_FOLDER}/systemd.*.xml (${pages.length} pages)`]: combinedHash(pages),
    [`${UNITS_FOLDER} (${units.length} files)`]: combinedHash(units),
  };
}

function combinedHash(files: readonly (readonly [path: string, text: string])[]): string {
  return sha256(files.map(([path, text]) => `${sha256(text)}  ${path}\n`).join(""));
}
