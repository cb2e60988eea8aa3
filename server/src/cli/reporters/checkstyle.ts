/** The XML of Checkstyle, which many services and editors read. */
import { findingsByFile } from "./by-file.ts";
import type { Reporter } from "./reporter.ts";
import { xmlDocument } from "./xml.ts";

/** A `file` for each file with findings, and for each path that could not be read. */
export const checkstyleReporter: Reporter = (report, { pathIn }) => {
  const found = [...findingsByFile(report)].filter(([, findings]) => findings.length > 0);
  const files = found.map(([path, findings]) => ({
    name: "file",
    attributes: { name: pathIn(path) },
    children: findings.map(({ line, column, severity, message, rule }) => ({
      name: "error",
      attributes: { line, column, severity, message, source: `unitlint.${rule}` },
    })),
  }));
  const unread = report.errors.map(({ path, message }) => ({
    name: "file",
    attributes: { name: pathIn(path) },
    children: [{ name: "error", attributes: { severity: "error", message, source: "unitlint" } }],
  }));
  return xmlDocument({ name: "checkstyle", attributes: { version: "4.3" }, children: [...files, ...unread] });
};
