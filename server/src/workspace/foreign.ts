/** Files that are named like unit files and are clearly something else. */
import { decodeUtf8 } from "../text/utf8.ts";
import { looksBinary } from "./binary.ts";
import { probe } from "./probe.ts";

/** Whether content is clearly no unit file's: see `foreignKind`. */
export function isForeign(bytes: Uint8Array): boolean {
  return foreignKind(bytes) !== undefined;
}

/**
 * Whether content has another format: XML (services of Avahi and firewalld, targets of Eclipse), JSON, a script, a D-Bus service or a desktop entry;
 * or is binary. In doubt it is a unit file: a broken one should be reported, not overlooked.
 */
export function foreignKind(bytes: Uint8Array): "other format" | "binary" | undefined {
  if (startsWithUnitSection(bytes)) return undefined;
  const start = probe(bytes);
  if (unitSection.test(start) || utf16Mark.test(start)) return undefined;
  if (startsForeign(start)) return "other format";
  return looksBinary(decodeUtf8(bytes)) ? "binary" : undefined;
}

/** Whether the content is that of a unit, beyond doubt: it has such a section near its start. */
export function isUnitText(bytes: Uint8Array): boolean {
  return startsWithUnitSection(bytes) || unitSection.test(probe(bytes));
}

/** The same of a text that an editor takes for a unit file: binary is none that somebody has opened there to edit it. */
export function isOtherFormat(bytes: Uint8Array): boolean {
  const start = probe(bytes);
  return !unitSection.test(start) && startsForeign(start);
}

function startsForeign(start: string): boolean {
  return foreignStarts.some(pattern => pattern.test(start));
}

/** Spares most files the closer look. */
function startsWithUnitSection(bytes: Uint8Array): boolean {
  return usualStart.every((byte, i) => bytes[i] === byte);
}

const usualStart = [...new TextEncoder().encode("[Unit]")];

const unitSection =
  /^[ \t]*\[(?:Unit|Install|Service|Socket|Timer|Path|Mount|Automount|Swap|Slice|Scope|Target|Device)\]/m;

/** UTF-16 is half NULs, yet a text that somebody saved so by mistake. */
const utf16Mark = /^(?:\xff\xfe|\xfe\xff)/;

/** After a byte order mark or none. Templates of ERB and Mustache begin with `<%` and `{{`. */
const foreignStarts = [
  /^(?:\xef\xbb\xbf)?\s*<[?!A-Za-z]/,
  /^(?:\xef\xbb\xbf)?\s*\{\s*["}]/,
  /^#!\s*\//,
  /^(?:\xef\xbb\xbf)?(?:\s|[#;].*\n)*\[(?:D-BUS Service|Desktop Entry)\]/i,
];
