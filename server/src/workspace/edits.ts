/** What editors and other programs do to the files of a workspace. */
import { SourceFile } from "../text/source-file.ts";
import { bearsOnConfigs } from "./config-files.ts";
import { documentFile } from "./documents.ts";
import { type FileUri, pathOfUri } from "./file-uri.ts";
import { readUnitText } from "./find-unit-files.ts";
import { nameOf } from "./harvest.ts";
import { folderOf, isWithin } from "./path.ts";
import type { LintFile } from "./unit-groups.ts";
import { reconsiderConfigs, regroup, replaceText, textAt, type WorkspaceState } from "./workspace-state.ts";

/** A document as the editor shows it. */
export interface DocumentText {
  readonly uri: FileUri;
  /** What the editor takes it for: `systemd-unit`. */
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** From now on the document's text counts. */
export function openDocument(state: WorkspaceState, { text, ...document }: DocumentText): void {
  const path = pathOfUri(document.uri);
  state.documents.set(path, { ...document, source: sourceOf(path, text, textAt(state, path)) });
  if (bearsOnConfigs(path, state.judgings)) reconsiderConfigs(state, path);
  showDocument(state, path);
}

/** The text of an open document changed. */
export function changeDocument(state: WorkspaceState, path: string, version: number, text: string): void {
  const document = state.documents.get(path);
  if (document === undefined) return;
  state.documents.set(path, { ...document, version, source: sourceOf(path, text, document.source) });
  if (bearsOnConfigs(path, state.judgings)) reconsiderConfigs(state, path);
  showDocument(state, path);
}

/** From now on the file on disk counts. */
export function closeDocument(state: WorkspaceState, path: string): void {
  if (!state.documents.delete(path)) return;
  if (bearsOnConfigs(path, state.judgings)) reconsiderConfigs(state, path);
  const file = state.disk.get(path);
  if (file === undefined || !isSameFile(state.current?.inventory.files.get(path), file)) regroup(state);
  if (file !== undefined) readAgain(state, path, file);
  else if (mayBeFound(state, path)) state.isStale = true;
}

/** Files were made, changed or removed on disk. */
export function touch(state: WorkspaceState, paths: readonly string[]): void {
  const config = paths.find(path => bearsOnConfigs(path, state.judgings));
  if (config !== undefined) reconsiderConfigs(state, config);
  for (const path of new Set(paths.filter(path => !bearsOnConfigs(path, state.judgings)))) {
    const file = state.disk.get(path);
    if (file === undefined) state.isStale = true;
    else readAgain(state, path, file);
  }
}

/** The editor wrote a document to disk; it may be the only one to tell of that. */
export function saveDocument(state: WorkspaceState, path: string): void {
  if (state.disk.has(path) || mayBeFound(state, path)) touch(state, [path]);
}

/** Whether a search could find a file that is not known yet. */
function mayBeFound({ host, settings }: WorkspaceState, path: string): boolean {
  const isInside = settings.folders.some(folder => isWithin(folder, path));
  return isInside && nameOf(path, () => host.realPath(folderOf(path))) !== undefined && host.kind(path) === "file";
}

/** Puts the text of a document in its place; groups anew where that makes it a unit of another name, or none. */
function showDocument(state: WorkspaceState, path: string): void {
  const document = state.documents.get(path);
  if (state.current === undefined || document === undefined) return;
  const known = state.current.inventory.files.get(path);
  const file = documentFile(state.host, document, state.judgings.of(path).targets[0].catalog);
  if (!isSameFile(known, file)) regroup(state);
  else if (file !== undefined) {
    const { source, uri, version } = document;
    replaceText(state, path, { source, open: { uri, version } });
  }
}

function isSameFile(a: LintFile | undefined, b: LintFile | undefined): boolean {
  return a?.name.unit === b?.name.unit && a?.name.role === b?.name.role && a?.lone === b?.lone;
}

/** The text that is known stays the same object while it says the same. */
function sourceOf(path: string, text: string, ...known: readonly (SourceFile | undefined)[]): SourceFile {
  return known.find(source => source?.text === text) ?? new SourceFile(path, text);
}

/** Takes what the disk holds now for a known file. */
export function readAgain(state: WorkspaceState, path: string, file: LintFile): void {
  if (state.isFinding) state.readMeanwhile.add(path);
  const outcome = readUnitText(state.host, path);
  if ("problem" in outcome) {
    state.isStale = true;
    return;
  }
  const source = sourceOf(path, outcome.text, file.source, textAt(state, path));
  state.disk.set(path, { ...file, source });
  if (!state.documents.has(path)) replaceText(state, path, { source });
}
