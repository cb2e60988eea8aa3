/**
 * What a worker calls the files of a workspace. The server knows folders by `file:` URIs alone, and a browser's workspace lies elsewhere
 * (`vscode-vfs://github/owner/project`), so that the scheme and authority become the first folder of a path (`/vscode-vfs:github/owner/project`), and come off again.
 */
import type { Uri } from "vscode";

/** The little of VS Code's `Uri` that is needed here. */
export interface UriMaker {
  parse(value: string): Uri;
  from(parts: { scheme: string; authority?: string; path?: string; query?: string }): Uri;
}

/** Converts both ways; what lies in no folder stays as it is (`untitled:`, `unitlint:`). */
export function uriConverters(make: UriMaker) {
  return {
    code2Protocol(uri: Uri): string {
      if (uri.scheme === "file" || !uri.path.startsWith("/") || ownSchemes.has(uri.scheme)) return uri.toString();
      const place = `${uri.scheme}:${uri.authority}${uri.query === "" ? "" : `?${encodeURIComponent(uri.query)}`}`;
      return make.from({ scheme: "file", path: `/${place}${uri.path}` }).toString();
    },
    protocol2Code(value: string): Uri {
      const uri = make.parse(value);
      if (uri.scheme !== "file") return uri;
      const slash = uri.path.indexOf("/", 1);
      const place = uri.path.slice(1, slash < 0 ? undefined : slash);
      const [, scheme, authority = "", query = ""] = /^([a-z][a-z0-9+.-]*):([^?]*)(?:\?(.*))?$/i.exec(place) ?? [];
      if (scheme === undefined) return uri;
      return make.from({ scheme, authority, path: slash < 0 ? "/" : uri.path.slice(slash), query: decoded(query) });
    },
  };
}

const ownSchemes: ReadonlySet<string> = new Set(["untitled", "unitlint", "command", "http", "https"]);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
