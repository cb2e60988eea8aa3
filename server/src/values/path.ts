/** Checks of paths that many grammars share. systemd: path_simplify_and_warn(), src/shared/parse-helpers.c; src/basic/path-util.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Span } from "../text/span.ts";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.ts";
import type { Consequence, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { oneLine } from "./shown.ts";

/** What a path must be besides well-formed; named after systemd's PATH_CHECK_ flags. */
export interface PathOptions {
  readonly absolute?: boolean;
  readonly relative?: boolean;
  /** Not below /proc, /sys or /dev. */
  readonly outsideApi?: boolean;
  /** The same, but /dev is fine. */
  readonly outsideApiButDev?: boolean;
  /** Of systemd; the newest by default. Since 255 `/../x` means `/x`. */
  readonly version?: SystemdVersion;
}

/** What is wrong with a path (specifiers expanded), or undefined. An empty one is for the caller to judge. */
export function pathProblem(
  path: MappedText,
  options: PathOptions,
  consequence: Consequence,
): ValueProblem | undefined {
  const { text } = path;
  const span = path.span();
  const fault = (message: string, at: Span = span): ValueProblem => ({ message, span: at, consequence });
  const absolute = text.startsWith("/");
  if (!isUtf8(text)) return fault("The path is not valid UTF-8");
  if (options.absolute === true && !absolute)
    return fault(`The path ${oneLine(text)} must be absolute: it starts with no /`);
  if (options.relative === true && absolute) return fault(`The path ${oneLine(text)} must be relative`);
  const simple = simplifyPath(text, options.version);
  if (byteLength(simple) >= PATH_MAX) return fault("The path is longer than 4,095 bytes");
  const long = simple.split("/").find(name => byteLength(name) > NAME_MAX);
  if (long !== undefined) return fault("A name in the path is longer than 255 bytes");
  if (simple === ".") return fault(`The path ${oneLine(text)} names nothing but the folder itself`);
  const dots = placeOfDots(text, options.version);
  if (dots >= 0) return fault(`The path ${oneLine(text)} must not contain ..`, path.span(dots, dots + 2));
  if (isRefusedApi(simple, options))
    return fault(`The path ${oneLine(text)} lies below /proc, /sys or /dev, where it is not allowed`);
  return undefined;
}

/** Where a refused `..` stands, or -1; since 255 it is none at the root. systemd: path_is_normalized() */
function placeOfDots(text: string, version: SystemdVersion = 255): number {
  const dots = /(?<=^|\/)\.\.(?=\/|$)/g;
  dots.lastIndex = version >= 255 ? (rootDots.exec(text)?.[0].length ?? 0) : 0;
  return dots.exec(text)?.index ?? -1;
}

/** The slashes, `.` and `..` with which an absolute path begins. */
const rootDots = /^\/(?:\.{0,2}(?:\/|$))*/;

/** Whether a text with single bytes, as escapes make them, is UTF-8 without noncharacters. systemd: utf8_is_valid(), src/basic/utf8.c */
export function isUtf8(text: string): boolean {
  if (/[\u{fdd0}-\u{fdef}]|[\u{fffe}\u{ffff}]/u.test(text)) return false;
  return !hasLoneByte(text) || !hasLoneByte(decodeUtf8(encodeUtf8(text)));
}

function hasLoneByte(text: string): boolean {
  return /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/.test(text);
}

/** Without double slashes, `.` pieces, a slash at the end and, since 255, `..` at the root. systemd: path_simplify() */
export function simplifyPath(path: string, version: SystemdVersion = 255): string {
  if (path === "" || simplePath.test(path)) return path;
  const pieces = path
    .slice(version >= 255 ? (rootDots.exec(path)?.[0].length ?? 0) : 0)
    .split("/")
    .filter(piece => piece !== "" && piece !== ".");
  const simple = pieces.join("/");
  if (path.startsWith("/")) return `/${simple}`;
  return simple === "" ? "." : simple;
}

/** Most paths: no empty piece, none that starts with a dot. */
const simplePath = /^\/?[^/.][^/]*(?:\/[^/.][^/]*)*$/;

/** Whether a text is the name of a file: not empty, no slash, neither `.` nor `..`. systemd: filename_is_valid() */
export function isFileName(text: string): boolean {
  return text !== "" && text !== "." && text !== ".." && !text.includes("/") && byteLength(text) <= NAME_MAX;
}

/** In bytes, the NUL included. */
export const PATH_MAX = 4096;
/** In bytes. */
export const NAME_MAX = 255;

function isRefusedApi(path: string, options: PathOptions): boolean {
  const roots =
    options.outsideApi === true
      ? ["/dev", "/sys", "/proc"]
      : options.outsideApiButDev === true
        ? ["/sys", "/proc"]
        : [];
  return roots.some(root => path === root || path.startsWith(`${root}/`));
}

/** The bytes that a text takes as UTF-8; a lone surrogate stands for one byte. */
export function byteLength(text: string): number {
  if (plainAscii.test(text)) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code <= 0xdfff ? 1 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const plainAscii = /^[\0-\x7f]*$/;
