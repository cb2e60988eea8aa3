/** The report for programs; its shape is `server/docs/findings.schema.json`. */
import { printableJson } from "../terminal.ts";
import type { Reporter } from "./reporter.ts";

/** One JSON document, indented; characters that a terminal would obey are written as escapes. */
export const jsonReporter: Reporter = report => `${printableJson(JSON.stringify(report, null, 2))}\n`;
