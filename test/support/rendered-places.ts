/** Places that features give, as text: `/units/db.service:1 [Unit]`. */
import type { FilePlace } from "../../server/src/features/navigation/place.ts";
import { pathOfUri } from "../../server/src/workspace/file-uri.ts";

/** The file without `/units/`, the line and the text of a place; only the path of one that nobody read. */
export function renderedPlace({ uri, source, span }: FilePlace): string {
  const path = pathOfUri(uri).replace(/^\/units\//, "");
  if (source === undefined) return path;
  return `${path}:${source.position(span.start).line} ${source.text.slice(span.start, span.end)}`.trim();
}
