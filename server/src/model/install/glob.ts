/** Shell patterns without escapes: `*`, `?` and `[…]`, which match slashes and leading dots too. systemd: fnmatch(…, FNM_NOESCAPE) */
import { own } from "../../text/own.ts";

/** A test for a pattern; a bracket that is not closed stands for itself. */
export function globTest(glob: string): (text: string) => boolean {
  let source = "";
  for (let at = 0; at < glob.length; ) {
    const bracket = glob[at] === "[" ? readBracket(glob, at) : undefined;
    source += bracket?.source ?? single(glob.charAt(at));
    at = bracket?.end ?? at + 1;
  }
  const pattern = new RegExp(`^${source.replace(/(?:\[\^\]\*)+/g, "[^]*")}$`);
  return text => pattern.test(text);
}

function single(character: string): string {
  if (character === "*") return "[^]*";
  return character === "?" ? "[^]" : escaped(character);
}

/** The bracket expression that starts at an offset; undefined where it has no end. */
function readBracket(glob: string, start: number): { source: string; end: number } | undefined {
  const negated = /[!^]/.test(glob.charAt(start + 1));
  const first = start + (negated ? 2 : 1);
  let items = "";
  for (let at = first; at < glob.length; ) {
    if (glob[at] === "]" && at > first) return { source: `[${negated ? "^" : ""}${items}]`, end: at + 1 };
    const [named, name = ""] = /^\[:([a-z]+):\]/.exec(glob.slice(at)) ?? [];
    const range = glob[at + 1] === "-" && !/^\]?$/.test(glob.charAt(at + 2));
    if (named !== undefined) items += own(classes, name) ?? "";
    else items += range ? readRange(glob.charAt(at), glob.charAt(at + 2)) : escaped(glob.charAt(at));
    at += named?.length ?? (range ? 3 : 1);
  }
  return undefined;
}

/** A range that runs backwards matches nothing. */
function readRange(from: string, to: string): string {
  return from > to ? "" : `${escaped(from)}-${escaped(to)}`;
}

const classes: Readonly<Record<string, string>> = {
  alnum: "A-Za-z0-9",
  alpha: "A-Za-z",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\s",
  upper: "A-Z",
  xdigit: "0-9A-Fa-f",
};

function escaped(character: string): string {
  return /[A-Za-z0-9_@:]/.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
