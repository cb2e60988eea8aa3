/** From URIs to paths and back. Clients write one URI in several ways (`%40` or `@`), so that files are known by their paths. */

import { decodeUtf8, encodeUtf8 } from "../text/utf8.ts";

/** A URI as an editor writes it: `file:///etc/systemd/system/app.service`, `untitled:Untitled-1`. */
export type FileUri = string;

/** What a file is known by: the absolute path of a `file:` URI with `/` between its parts; any other URI stands for itself. */
export function pathOfUri(uri: FileUri): string {
  const [, host = "", path = ""] = /^file:\/\/([^/?#]*)([^?#]*)/i.exec(uri) ?? [];
  const decoded = decode(path);
  if (path === "" || decoded === undefined) return uri;
  if (host !== "" && host !== "localhost") return `//${host}${decoded}`;
  return /^\/[A-Za-z]:/.test(decoded) ? decoded.slice(1) : decoded;
}

/** The URI of an absolute path; a URI that `pathOfUri` left alone stays as it is. Undefined for what lies nowhere, such as stock units. */
export function uriOfPath(path: string): FileUri | undefined {
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encodePath(path)}`;
  if (path.startsWith("//")) return `file:${encodePath(path)}`;
  if (path.startsWith("/")) return `file://${encodePath(path)}`;
  return /^[a-z][a-z0-9+.-]+:/i.test(path) ? path : undefined;
}

/** A path need not be UTF-8: bytes that are not stand in it as they do in texts. */
function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return /%(?![0-9a-f]{2})/i.test(path) ? undefined : decodeUtf8(bytesOf(path));
  }
}

function bytesOf(path: string): Uint8Array {
  const pieces = path.split(/(%[0-9a-f]{2})/i).map((piece, i) => (i % 2 === 0 ? encodeUtf8(piece) : [byteOf(piece)]));
  return Uint8Array.from(pieces.flatMap(piece => [...piece]));
}

function byteOf(escaped: string): number {
  return Number.parseInt(escaped.slice(1), 16);
}

/** The parts of a path as those of a URI, byte for byte. */
export function encodePath(path: string): string {
  return path.split("/").map(encodePart).join("/");
}

function encodePart(part: string): string {
  const isWellFormed = !/\p{Cs}/u.test(part);
  return isWellFormed ? encodeURIComponent(part) : Array.from(encodeUtf8(part), encodeByte).join("");
}

function encodeByte(byte: number): string {
  return byte < 0x80
    ? encodeURIComponent(String.fromCharCode(byte))
    : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
