/** The closing table of `npm run test:editors`. */

/** What came of a client. */
export interface Row {
  readonly title: string;
  readonly version: string;
  readonly result: "passed" | "FAILED" | "not available";
  /** What was tried, or why nothing was. */
  readonly remark: string;
}

/** The rows in columns, and a line that counts them. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ title, version, result, remark }) => [title, version, result, remark]);
  const widths = [0, 1, 2].map(column => Math.max(0, ...cells.map(row => row[column]?.length ?? 0)));
  const lines = cells.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return `${lines.join("\n")}\n${counts(rows)}\n`;
}

function counts(rows: readonly Row[]): string {
  const count = (wanted: Row["result"]) => rows.filter(({ result }) => result === wanted).length;
  return `${count("passed")} passed, ${count("FAILED")} failed, ${count("not available")} not available`;
}
