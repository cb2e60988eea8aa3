/** Labels and values in two columns, as `systemd-analyze calendar` prints them. */
import { printable } from "./terminal.ts";

/** A line of the table. */
export type Row = readonly [label: string, value: string];

/** The labels stand at the right of their column. */
export function fieldTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padStart(width)}: ${printable(value)}\n`).join("");
}
