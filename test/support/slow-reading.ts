/**
 * A second reading of unit files, slow and plain, to compare the parser with: physical lines are split off first, then joined, then told
 * apart. systemd: read_line_full(), src/basic/fileio.c; config_parse() and parse_line(), src/shared/conf-parser.c
 */

/** What systemd would make of one logical line. */
export interface ReadLine {
  readonly kind: string;
  /** The number that systemd would give in a complaint. */
  readonly line: number;
  /** Key and value of an entry; of any other line its text. */
  readonly texts: readonly string[];
}

/** The physical lines of a text without their ends. */
function physicalLines(text: string): string[] {
  const lines = text.split(/\r\n\0|\n\r\0|\n\0|\r\0|\r\n|\n\r|\n|\r|\0/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** All that is neither blank nor comment, in order. */
export function readSlowly(text: string): ReadLine[] {
  const found: ReadLine[] = [];
  let open: string | undefined;
  let marks = 0;
  const lines = physicalLines(text);
  for (const [index, line] of lines.entries()) {
    if (/^[ \t]*[#;]/.test(line)) continue;
    const unmarked = marks === 0 && line.startsWith("\uFEFF") ? line.slice(1) : line;
    if (unmarked !== line) marks++;
    const joined = `${open ?? ""}${unmarked}`;
    if (/(?<!\\)(?:\\\\)*\\$/.test(joined)) {
      open = joined.replace(/\\$/, " ");
    } else {
      found.push(...tell(joined, index + 1));
      open = undefined;
    }
  }
  return open === undefined ? found : [...found, ...tell(open, lines.length + 1)];
}

function tell(joined: string, line: number): ReadLine[] {
  const text = strip(joined);
  if (text === "") return [];
  if (!isUtf8(text)) return [{ kind: "not-utf8", line, texts: [text] }];
  if (text.startsWith("[")) return [{ kind: text.endsWith("]") ? "header" : "unclosed", line, texts: [text] }];
  const [key = "", ...rest] = text.split("=");
  if (rest.length === 0) return [{ kind: "missing-equals", line, texts: [text] }];
  if (key === "") return [{ kind: "missing-key", line, texts: [text] }];
  return [{ kind: "entry", line, texts: [strip(key), strip(rest.join("="))] }];
}

function strip(text: string): string {
  return text.replace(/^[ \t\r\n]+/, "").replace(/[ \t\r\n]+$/, "");
}

function isUtf8(text: string): boolean {
  return Array.from(text, character => character.codePointAt(0) ?? 0).every(code => {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    const noncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
    return !surrogate && !noncharacter;
  });
}
