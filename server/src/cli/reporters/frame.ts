/** The lines of code below a finding, with what is wrong underlined. */
import type { FrameLine, ReportFinding } from "../report/report.ts";
import type { Paint } from "../terminal.ts";
import { excerpt } from "./excerpt.ts";

/** A frame's rows, and how many columns the line numbers take. */
export interface Frame {
  readonly rows: readonly string[];
  readonly gutter: number;
}

/** Lines cut to the width; below them carets for the finding, and `-` for related places. */
export function frameOf(
  { frame, severity }: Pick<ReportFinding, "frame" | "severity">,
  width: number,
  paint: Paint,
): Frame {
  const gutter = String(frame.at(-1)?.line ?? 0).length;
  const columns = Math.max(MINIMUM_COLUMNS, width - gutter - 3);
  const bar = paint("dim", `${" ".repeat(gutter)} |`);
  const rows = [bar];
  let previous = frame[0]?.line ?? 0;
  for (const framed of frame) {
    if (framed.line > previous + 1) rows.push(paint("dim", "..."));
    previous = framed.line;
    const { text, from, to } = excerpt(framed.text, spanOf(framed), columns);
    const label = paint("dim", `${String(framed.line).padStart(gutter)} |`);
    rows.push(text === "" ? label : `${label} ${text}`);
    if (framed.mark === undefined) continue;
    const own = framed.mark.kind === "finding";
    const signs = paint(own ? severity : "info", (own ? "^" : "-").repeat(to - from));
    rows.push(`${bar} ${" ".repeat(from)}${signs}`);
  }
  return { rows, gutter };
}

/** Narrower terminals break lines. */
const MINIMUM_COLUMNS = 20;

/** What to mark, in offsets of the text. */
function spanOf({ mark, from = 1 }: FrameLine) {
  return mark === undefined ? { start: 0, end: 0 } : { start: mark.column - from, end: mark.endColumn - from };
}
