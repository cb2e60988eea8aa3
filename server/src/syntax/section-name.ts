/** Which section headers systemd accepts, and which end its reading of the file. */
import type { HeaderSyntax } from "./tree.ts";

/** Why systemd gives up at a header. */
export type HeaderFault = "unclosed" | "empty" | "unsafe";

/** Since this version an empty name and the glob characters are refused too. */
const STRICT_SINCE = 258;

/** The fault for which systemd stops at this header, or undefined. systemd: parse_line(), string_is_safe() */
export function headerFault(header: HeaderSyntax, version: number): HeaderFault | undefined {
  if (!header.closed) return "unclosed";
  const name = header.name.text;
  const strict = version >= STRICT_SINCE;
  if (name === "") return strict ? "empty" : undefined;
  return (strict ? unsafePattern : laxUnsafePattern).test(name) ? "unsafe" : undefined;
}

const unsafePattern = /[\x00-\x1f\x7f\\"'*?[]/;
const laxUnsafePattern = /[\x00-\x1f\x7f\\"']/;
