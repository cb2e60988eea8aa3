/** Inlay hints: what values come to, where it is not plain from what is written. */
import type { KindId } from "../catalog/directive.ts";
import type { Assignment } from "../model/assignment.ts";
import { contextOf } from "../model/value.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Clock } from "../values/calendar/upcoming.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import { sizeHints, timeSpanHints } from "./inlay-hints/amounts.ts";
import { elapseHints } from "./inlay-hints/elapse.ts";
import type { HintedAssignment, InlayHint } from "./inlay-hints/hint.ts";
import { implicitHints } from "./inlay-hints/implicit.ts";
import { nameHints } from "./inlay-hints/names.ts";

export type { InlayHint } from "./inlay-hints/hint.ts";

/** What hints are wanted. */
export interface InlayHintOptions {
  readonly clock: Clock;
  /** Also the dependencies that systemd adds by itself. */
  readonly implicit: boolean;
}

/** The hints in a stretch of a file, by place. */
export function inlayHints(
  snapshot: Snapshot,
  uri: FileUri,
  within: Span,
  { clock, implicit }: InlayHintOptions,
): readonly InlayHint[] {
  const file = snapshot.file(uri);
  if (file === undefined) return [];
  const assignments = file.unitFile.blocks.flatMap(block => block.assignments);
  const shown = assignments.filter(({ entry }) => overlaps(entry.content.span, within));
  return [...(implicit ? implicitHints(file) : []), ...shown.flatMap(assignment => hintsOf(assignment, file, clock))]
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .sort((one, other) => one.offset - other.offset);
}

function hintsOf(assignment: Assignment, file: WorkspaceFile, clock: Clock): readonly InlayHint[] {
  const { directive, parsed } = assignment;
  if (directive === undefined || parsed === undefined) return [];
  const context = contextOf(directive, file.unitFile.reader);
  const hinted: HintedAssignment = { file, clock, assignment, directive, context };
  return [...nameHints(hinted), ...(ofKind[directive.kind]?.(hinted) ?? [])];
}

const ofKind: Readonly<Record<KindId, (hinted: HintedAssignment) => readonly InlayHint[]>> = {
  "calendar-event": elapseHints,
  "directory-quota": sizeHints,
  "memory-limit": sizeHints,
  "memory-pressure-duration": timeSpanHints,
  "resource-limit-microseconds": timeSpanHints,
  "resource-limit-seconds": timeSpanHints,
  "resource-limit-size": sizeHints,
  "time-span": timeSpanHints,
  "time-span-nanoseconds": timeSpanHints,
  size: sizeHints,
};
