/** Links in a document: files that exist, pages of the manual, addresses of the web. */
import type { UnitFile } from "../model/unit-file.ts";
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import { uriOfPath } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { pageAddress } from "./navigation/manual.ts";
import { isPath, meantPath, textFilesAt } from "./navigation/path.ts";
import { partsOf, type TargetPart } from "./target.ts";

/** A piece of a file that leads to somewhere outside of it. */
export interface DocumentLink {
  readonly span: Span;
  /** A URI. */
  readonly target: string;
  /** What a client may show: `systemd.service(5)`. */
  readonly tooltip?: string;
}

/** All links of a file, in their order; a path with wildcards leads to several files and is none. */
export function documentLinks(snapshot: Snapshot, uri: FileUri): readonly DocumentLink[] {
  const file = snapshot.file(uri)?.unitFile;
  if (file === undefined) return [];
  const parts = file.blocks.flatMap(({ assignments }) => assignments.flatMap(partsOf));
  return parts.flatMap(part => linkOf(snapshot, file, part) ?? []);
}

function linkOf(snapshot: Snapshot, file: UnitFile, part: TargetPart): DocumentLink | undefined {
  if (part.kind === "uri") return addressLink(snapshot, part);
  const path = isPath(part) ? meantPath(part.text, file) : undefined;
  const target = path === undefined ? undefined : fileLink(snapshot, path);
  return target === undefined ? undefined : { span: part.span, target };
}

function fileLink(snapshot: Snapshot, path: string): FileUri | undefined {
  const [only, more] = textFilesAt(snapshot, path);
  return only === undefined || more !== undefined ? undefined : uriOfPath(only);
}

function addressLink(snapshot: Snapshot, { text, span }: TargetPart): DocumentLink | undefined {
  const written = text.replace(/%%/g, "%");
  if (/^https?:\/\/[^\s/]/i.test(written) && !/[\0-\x20\x7f-\uffff]/.test(written)) return { span, target: written };
  if (written.startsWith("man:")) return manualLink(written.slice("man:".length), span);
  const path = /^file:(?:\/\/)?(\/.*)$/.exec(written)?.[1];
  const target = path === undefined ? undefined : fileLink(snapshot, path);
  return target === undefined ? undefined : { span, target };
}

function manualLink(page: string, span: Span): DocumentLink | undefined {
  const target = pageAddress(page);
  return target === undefined ? undefined : { span, target, tooltip: page };
}
