/** The parts that all SARIF logs of unitlint have in common. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import manifest from "../../../package.json" with { type: "json" };
import { encodePath } from "../../workspace/file-uri.ts";
import { printableJson } from "../terminal.ts";

/** Where relative paths start: the folder that unitlint ran in, or the repository around it. */
export const SOURCE_ROOT = "SRCROOT";

/** A log with one run by unitlint; `rules` describe the results, `run` holds the rest. */
export function sarifLog(rules: readonly object[], run: object): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "unitlint", semanticVersion: manifest.version, rules } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          [SOURCE_ROOT]: { description: { text: "The repository, or else the folder that unitlint ran in" } },
        },
        ...run,
      },
    ],
  };
  return `${printableJson(JSON.stringify(log, null, 2))}\n`;
}

/** A file by its path. */
export function artifactLocation(path: string) {
  const uri = encodePath(path);
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: SOURCE_ROOT };
}

/** A stretch of a text, in lines and UTF-16 columns from 1, the end exclusive. */
export function region(from: { line: number; column: number }, to: { line: number; column: number }) {
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
