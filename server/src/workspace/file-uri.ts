/** From URIs to paths and back. Clients write one URI in several ways (`%40` or `@`), so that files are known by their paths. */

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
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encode(path)}`;
  if (path.startsWith("//")) return `file:${encode(path)}`;
  if (path.startsWith("/")) return `file://${encode(path)}`;
  return /^[a-z][a-z0-9+.-]+:/i.test(path) ? path : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function encode(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
