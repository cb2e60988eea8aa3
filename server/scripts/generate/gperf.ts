/** The table of directives that systemd itself parses by: `src/core/load-fragment-gperf.gperf.in`. */

import { GeneratorStop } from "./stop.ts";

/** One row of the gperf table, with every macro and condition resolved. */
export interface GperfRow {
  readonly section: string;
  readonly name: string;
  /** The C function, such as `config_parse_bool`, or `NULL` where another part of systemd parses the key. */
  readonly parser: string;
  /** The parser's first argument, as written: `0`, `RLIMIT_CPU`, `DISABLED_LEGACY`. */
  readonly ltype: string;
  /** Where the value is stored, as written. */
  readonly data: string;
}

/** The path of the table in a source tree. */
export const GPERF_PATH = "src/core/load-fragment-gperf.gperf.in";

/** All rows of the table, in file order, as a build with every optional feature has them. */
export function parseGperf(template: string): GperfRow[] {
  const { body, macros } = takeMacros(enabledLines(withoutComments(template)));
  const start = body.indexOf("%%");
  if (start < 0) throw new GeneratorStop("the gperf table has no %% line: is it in an unknown format?");
  return body
    .slice(start + 1)
    .flatMap(line => expand(line, macros))
    .filter(line => line.trim() !== "")
    .map(parseRow);
}

interface Macro {
  readonly parameter: string;
  readonly lines: string[];
}

function withoutComments(template: string): string[] {
  return template.replace(/\{#.*?#\}/gs, "").split("\n");
}

/** Keeps the branch of each `{% if %}` that an enabled feature takes, and drops the markers. */
function enabledLines(lines: readonly string[]): string[] {
  const taken: boolean[] = [];
  const kept: string[] = [];
  for (const line of lines) {
    const tag = /^\s*\{%-?\s*(if|else|endif)\b\s*(.*?)\s*-?%\}\s*$/.exec(line);
    if (tag === null) {
      if (taken.every(Boolean)) kept.push(line);
    } else if (tag[1] === "if") taken.push(!/^not\b/.test(tag[2] ?? ""));
    else if (tag[1] === "endif") taken.pop();
    else taken.push(!taken.pop());
  }
  if (taken.length > 0) throw new GeneratorStop("the gperf table has an {% if %} without {% endif %}");
  return kept;
}

function takeMacros(lines: readonly string[]): { body: string[]; macros: Map<string, Macro> } {
  const body: string[] = [];
  const macros = new Map<string, Macro>();
  let open: Macro | undefined;
  for (const line of lines) {
    const start = /^\{%-?\s*macro\s+(\w+)\((\w+)\)\s*-?%\}/.exec(line);
    if (start?.[1] !== undefined && start[2] !== undefined) {
      open = { parameter: start[2], lines: [] };
      macros.set(start[1], open);
    } else if (/^\{%-?\s*endmacro\b/.test(line)) open = undefined;
    else (open?.lines ?? body).push(line);
  }
  return { body, macros };
}

/** Replaces a line that calls a macro by the macro's lines. */
function expand(line: string, macros: ReadonlyMap<string, Macro>): string[] {
  const call = /^\{\{\s*(\w+)\('(\w+)'\)\s*\}\}$/.exec(line.trim());
  if (call?.[1] === undefined || call[2] === undefined) return [line];
  const macro = macros.get(call[1]);
  if (macro === undefined) throw new GeneratorStop(`the gperf table calls ${call[1]}(), which it does not define`);
  const [, , argument] = call;
  return macro.lines.map(text => text.replaceAll(`{{${macro.parameter}}}`, argument));
}

function parseRow(line: string): GperfRow {
  const row = /^(\w+)\.(\w+)\s*,\s*(\w+)\s*,\s*([^,]+?)\s*,\s*(.+?)\s*$/.exec(line);
  const [, section, name, parser, ltype, data] = row ?? [];
  if (!section || !name || !parser || !ltype || !data) {
    throw new GeneratorStop(`the gperf table has a line of unknown form: ${line.trim()}`);
  }
  return { section, name, parser, ltype, data };
}
