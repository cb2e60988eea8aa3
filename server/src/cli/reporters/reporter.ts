/** What a reporter is. */
import type { Report } from "../report/report.ts";

/** Turns a report into text that ends in a newline, whole or piece by piece; pure. */
export type Reporter<Text extends string | Iterable<string> = string> = (report: Report, style: Style) => Text;

/** How to show it. */
export interface Style {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** A path as services know it that show findings beside the code: relative to the repository where it lies in it. */
  readonly pathIn: (path: string) => string;
}
