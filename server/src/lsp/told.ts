/** What the client was told of files, and whether there is news. */
import type { Finding } from "../lint/finding.ts";
import { type FileUri, pathOfUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";

/** What the client was told of a file. */
export interface Told {
  readonly uri: FileUri;
  readonly findings: readonly Finding[];
  readonly version: number | undefined;
  readonly id: string;
  /** Whether the client may have forgotten it. */
  readonly isForgotten?: true;
}

/** The findings of a file now, under the same id while they are the same. */
export function tellAbout(
  told: Map<string, Told>,
  snapshot: Snapshot,
  uri: FileUri,
): { readonly before: Told | undefined; readonly now: Told } {
  const path = pathOfUri(uri);
  const file = shown(snapshot, uri);
  const before = told.get(path);
  const findings = snapshot.findings(uri);
  const id = before !== undefined && areSame(before.findings, findings) ? before.id : nextId(before?.id);
  const now = { uri: file?.uri ?? uri, findings, version: file?.version, id };
  if (file === undefined) told.delete(path);
  else told.set(path, now);
  return { before, now };
}

/** The unit file, or the configuration. */
export function shown(snapshot: Snapshot, uri: FileUri): Pick<WorkspaceFile, "uri" | "version"> | undefined {
  return snapshot.file(uri) ?? snapshot.config(uri);
}

function nextId(id = "0"): string {
  return String(Number(id) + 1);
}

function areSame(before: readonly Finding[], now: readonly Finding[]): boolean {
  return before.length === now.length && before.every((finding, i) => isSame(finding, now[i]));
}

/** Whether two findings look the same to the client: they say the same at the same places in the same texts. */
function isSame(a: Finding, b: Finding | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.file.text !== b.file.text || a.span.start !== b.span.start || a.span.end !== b.span.end)
    return false;
  if (a.rule !== b.rule || a.message !== b.message || a.severity !== b.severity) return false;
  return (
    a.related.length === b.related.length &&
    a.related.every(({ file, span, message }, i) => {
      const other = b.related[i];
      return other?.file.text === file.text && other.span.start === span.start && other.message === message;
    })
  );
}
