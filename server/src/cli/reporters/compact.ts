/** The report for editors and `grep`: one finding a line, as compilers print theirs. */
import { printable } from "../terminal.ts";
import type { Reporter } from "./reporter.ts";

/** `PATH:LINE:COLUMN: SEVERITY[RULE] MESSAGE`; columns count UTF-16 code units from 1. */
export const compactReporter: Reporter = ({ findings }) =>
  findings
    .map(
      ({ path, line, column, severity, rule, message }) =>
        `${printable(path)}:${line}:${column}: ${severity}[${rule}] ${printable(message)}\n`,
    )
    .join("");
