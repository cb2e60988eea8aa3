/** Giving a path another name: in all values that write it alike, and on disk where it lies in the workspace. */
import type { FileEdit } from "../../lint/finding.ts";
import type { Span } from "../../text/span.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { type FileUri, uriOfPath } from "../../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import type { TargetPart } from "../target.ts";
import type { Moves } from "./moves.ts";
import type { Refusal } from "./new-name.ts";
import { pathAt, pathsLike } from "./path-mentions.ts";
import { pathInRoots } from "./place.ts";

/** The path under the cursor that can be renamed; relative ones mean something else in each directive. */
export function renamablePath({ unitFile, source }: WorkspaceFile, offset: number): TargetPart | undefined {
  const path = pathAt(unitFile, offset);
  return path !== undefined && /^[/%]/.test(path.text) && isSpeltOut(source.text, path) ? path : undefined;
}

/** Writes another path wherever the same one is written. */
export function renamePath(
  snapshot: Snapshot,
  uri: FileUri,
  { text, span }: TargetPart,
  typed: string,
): (Moves & { readonly edits: readonly FileEdit[] }) | Refusal {
  const to = typed.trim();
  if (!/^[/%]/.test(to)) return { refusal: `${to} is no absolute path` };
  if (/[\s"'\\$;]/.test(to)) return { refusal: `${to} holds characters that each place would have to quote` };
  if (to === text) return { edits: [], moves: [], notes: [] };
  const edits = new Map<FileEdit["file"], TextEdit[]>();
  for (const { source, span: place } of pathsLike(snapshot, uri, span.start) ?? []) {
    if (source === undefined || !isSpeltOut(source.text, { text, span: place })) continue;
    edits.set(source, [...(edits.get(source) ?? []), { span: place, text: to }]);
  }
  const { moves, notes } = movedFile(snapshot, text, to);
  const left = snapshot.files.filter(({ source }) => spellings(source.text, text) > (edits.get(source)?.length ?? 0));
  return {
    edits: [...edits].map(([file, edits]) => ({ file, edits })),
    moves,
    notes: [...notes, ...left.map(({ source }) => `${source.path} spells ${text} in other places, too`)],
  };
}

/** How often a text holds a path that does not go on. */
function spellings(text: string, path: string): number {
  return text.split(path).filter((rest, i) => i > 0 && !/^[\w./-]/.test(rest)).length;
}

function isSpeltOut(text: string, path: { readonly text: string; readonly span: Span }): boolean {
  return text.slice(path.span.start, path.span.end) === path.text;
}

/** The file moves where it lies in a folder of the workspace, with no link on its way. */
function movedFile(snapshot: Snapshot, from: string, to: string): Moves {
  const { host, folders } = snapshot;
  const real = /[%*?[]/.test(from + to) ? undefined : pathInRoots(snapshot, from);
  const isOurs = folders.some(folder => real?.startsWith(`${folder.replace(/\/$/, "")}/`));
  if (real === undefined || !isOurs || !real.endsWith(from) || host.kind(real) !== "file")
    return { moves: [], notes: [] };
  const target = real.slice(0, -from.length) + to;
  if (host.kind(target) !== "missing") return { moves: [], notes: [`${target} is there already: ${real} stays`] };
  const [old, wanted] = [uriOfPath(real), uriOfPath(target)];
  return { moves: old && wanted ? [{ from: old, to: wanted, isFolder: false }] : [], notes: [] };
}
