/** What an inlay hint is, and what it is made of. */
import type { Directive } from "../../catalog/directive.ts";
import type { Assignment } from "../../model/assignment.ts";
import type { Clock } from "../../values/calendar/upcoming.ts";
import type { ValueContext } from "../../values/kind.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";

/** A few words that editors show behind an offset, as if they stood in the text. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** An assignment that may have hints. */
export interface HintedAssignment {
  readonly file: WorkspaceFile;
  readonly clock: Clock;
  readonly assignment: Assignment;
  readonly directive: Directive;
  readonly context: ValueContext;
}

/** The hint at the end of a value. */
export function behindValue({ assignment: { entry } }: HintedAssignment, label: string, tooltip: string): InlayHint {
  return { offset: entry.value.span.end, label, tooltip };
}
