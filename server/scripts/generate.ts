/** Generates the catalog's data from systemd source trees: `npm run generate -- --systemd DIR… [--check]`. */

import { parseArgs } from "node:util";
import type { StockTable } from "../src/catalog/stock-units.ts";
import { withRelease } from "./generate/chronicle.ts";
import { directiveTable, factsOf } from "./generate/directives.ts";
import { exposureTable, exposureText } from "./generate/exposure.ts";
import { type History, historyText } from "./generate/history.ts";
import { provenanceOf } from "./generate/provenance.ts";
import { type Renames, renamesText, replacements } from "./generate/renames.ts";
import { stockTable, stockText } from "./generate/stock-units.ts";
import { GeneratorStop } from "./generate/stop.ts";
import { openTree, type SourceTree } from "./generate/tree.ts";
import { committedJson, directivesText, provenanceText, staleFiles, writeAll } from "./generate/write.ts";

const usage = `Usage: npm run generate -- --systemd DIR... [--check]

Reads unpacked systemd source trees, server/data/history.json and renames.json,
and writes server/data/directives.json, stock-units.json, exposure.json and
PROVENANCE.json. A
tree of a release that the history has must agree with it; one of another release
is written into the history. The tree of the newest release must be among them;
older ones say what a directive was before its support was removed. Of the units
that systemd ships, the trees of all releases that the table has are read anew.

  --systemd DIR...  source trees, each with src/core, man and units
  --check           write nothing; exit 1 and name the files that are stale
  --help            show this text
`;

const optionTypes = {
  systemd: { type: "string", multiple: true },
  check: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const options = readOptions(args);
  if (typeof options === "string") {
    process.stderr.write(`generate: ${options}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    return run(options.trees, options.check);
  } catch (error) {
    if (!(error instanceof GeneratorStop)) throw error;
    process.stderr.write(`generate: ${error.message}\n`);
    return 1;
  }
}

interface Options {
  readonly trees: readonly string[];
  readonly check: boolean;
  readonly help: boolean;
}

/** The options, or a sentence on what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: optionTypes });
    const { check, help, systemd } = values;
    if (!help && systemd === undefined) return "name a systemd source tree with --systemd";
    // --systemd takes one directory or several: every word without a dash is one more.
    return { trees: [...(systemd ?? []), ...positionals], check, help };
  } catch (error) {
    if (error instanceof TypeError && "code" in error) return error.message;
    throw error;
  }
}

function run(directories: readonly string[], check: boolean): number {
  const outputs = outputsFrom(directories.map(openTree));
  if (!check) {
    writeAll(outputs);
    return 0;
  }
  const stale = staleFiles(outputs);
  for (const file of stale) process.stderr.write(`generate: ${file} is stale: run npm run generate\n`);
  return stale.length === 0 ? 0 : 1;
}

/** Every file's name and text, from trees in any order. */
function outputsFrom(trees: readonly SourceTree[]): Map<string, string> {
  const sorted = trees.toSorted((a, b) => b.version - a.version);
  const again = sorted.find((tree, index) => tree.version === sorted[index - 1]?.version);
  if (again !== undefined) throw new GeneratorStop(`two trees are systemd ${again.version}: give one of each version`);
  const facts = sorted.map(factsOf);
  const history = facts.toReversed().reduce(withRelease, committedJson("history.json") as History);
  const renames = committedJson("renames.json") as Renames;
  const table = directiveTable(facts, history, replacements(renames, history));
  const inputs = new Map([
    ["history.json", historyText(history)],
    ["renames.json", renamesText(renames)],
  ]);
  const stock = stockTable(trees, committedJson("stock-units.json") as StockTable);
  const outputs = new Map([
    ["directives.json", directivesText(table)],
    ["stock-units.json", stockText(stock)],
    ["exposure.json", exposureText(exposureTable(trees))],
  ]);
  const provenance = provenanceText(provenanceOf(sorted, inputs, outputs));
  return new Map([...inputs, ...outputs, ["PROVENANCE.json", provenance]]);
}
