/** Puts generated texts into `server/data`, or compares them with what is committed there. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DirectiveTable } from "./directives.ts";
import type { Provenance } from "./provenance.ts";
import { GeneratorStop } from "./stop.ts";
import { readText } from "./tree.ts";

const dataFolder = fileURLToPath(new URL("../../data/", import.meta.url));

/** `directives.json`: one row a line, so that a change of systemd is a diff that a person can review. */
export function directivesText(table: DirectiveTable): string {
  const sections = Object.entries(table.sections).map(
    ([type, names]) => `    ${JSON.stringify(type)}: ${oneLine(names)}`,
  );
  const rows = table.directives.map(row => `    ${JSON.stringify(row)}`);
  return [
    "{",
    `  "systemd": ${table.systemd},`,
    `  "oldest": ${table.oldest},`,
    `  "exact": [${table.exact.join(", ")}],`,
    '  "sections": {',
    `${sections.join(",\n")}`,
    "  },",
    '  "directives": [',
    `${rows.join(",\n")}`,
    "  ]",
    "}\n",
  ].join("\n");
}

/** `PROVENANCE.json`. */
export function provenanceText(provenance: Provenance): string {
  return `${JSON.stringify(provenance, null, 2)}\n`;
}

/** Writes each text to its file in `server/data`. */
export function writeAll(outputs: ReadonlyMap<string, string>): void {
  for (const [file, text] of outputs) writeFileSync(join(dataFolder, file), text);
}

/** The files in `server/data` that differ from what the generator makes now. */
export function staleFiles(outputs: ReadonlyMap<string, string>): string[] {
  return [...outputs].filter(([file, text]) => committedText(file) !== text).map(([file]) => `server/data/${file}`);
}

/** The content of a JSON file in `server/data` that a person keeps; stops where there is none. */
export function committedJson(file: string): unknown {
  const text = committedText(file);
  if (text === undefined) throw new GeneratorStop(`server/data/${file} is missing`);
  return JSON.parse(text);
}

/** The committed text of a file in `server/data`; undefined where there is none. */
function committedText(file: string): string | undefined {
  return readText(join(dataFolder, file));
}

function oneLine(names: readonly string[]): string {
  return `[${names.map(name => JSON.stringify(name)).join(", ")}]`;
}
