/** All reporters: what they print is well-formed, ends in a line end and is the same each time. */

import { readReports } from "../../../server/src/cli/report/read-reports.ts";
import type { Report } from "../../../server/src/cli/report/report.ts";
import { reportOf } from "../../../server/src/cli/report/report-of.ts";
import { azureReporter } from "../../../server/src/cli/reporters/azure.ts";
import { checkstyleReporter } from "../../../server/src/cli/reporters/checkstyle.ts";
import { compactReporter } from "../../../server/src/cli/reporters/compact.ts";
import { type LintFormat, lintFormats } from "../../../server/src/cli/reporters/formats.ts";
import { githubReporter } from "../../../server/src/cli/reporters/github.ts";
import { gitlabReporter } from "../../../server/src/cli/reporters/gitlab.ts";
import { humanReporter } from "../../../server/src/cli/reporters/human.ts";
import { jsonReporter } from "../../../server/src/cli/reporters/json.ts";
import { junitReporter } from "../../../server/src/cli/reporters/junit.ts";
import { ndjsonReporter } from "../../../server/src/cli/reporters/ndjson.ts";
import type { Reporter } from "../../../server/src/cli/reporters/reporter.ts";
import { sarifReporter } from "../../../server/src/cli/reporters/sarif.ts";
import { teamcityReporter } from "../../../server/src/cli/reporters/teamcity.ts";
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { resultOf } from "../../support/findings.ts";
import { readXml } from "../../support/xml.ts";
import { drawUnits, unitOf } from "../draw/units.ts";
import { judgeInput } from "../judged.ts";
import { type Input, must, type Target } from "../target.ts";

const printers: Readonly<Record<LintFormat, Reporter<string | Iterable<string>>>> = {
  human: humanReporter,
  json: jsonReporter,
  compact: compactReporter,
  ndjson: ndjsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  checkstyle: checkstyleReporter,
  junit: junitReporter,
  teamcity: teamcityReporter,
  azure: azureReporter,
};
const style = { width: 80, colour: false, pathIn: (path: string) => path };

export const reporters: Target = {
  name: "reporters",
  about: "all reporters: well-formed, alike each time, nothing of a report is lost",
  draw: drawUnits,
  fromBytes: ([path = 0, ...bytes]) => unitOf(path, decodeUtf8(Uint8Array.from(bytes))),
  work: input => printAll(reportFor(input)),
  check(input) {
    const report = reportFor(input);
    const printed = printAll(report);
    must(JSON.stringify([...printAll(report)]) === JSON.stringify([...printed]), "a report is printed alike each time");
    for (const [format, text] of printed) assertWellFormed(format, text);
    const [again] = readReports(printed.get("json") ?? "").reports;
    must(JSON.stringify(again?.findings) === JSON.stringify(report.findings), "a report is read as it was printed");
  },
};

function reportFor(input: Input): Report {
  return reportOf(resultOf(judgeInput(input).findings, { checked: Object.keys(input) }));
}

function printAll(report: Report): ReadonlyMap<string, string> {
  return new Map(
    lintFormats.map(format => {
      const print = printers[format];
      const told = print(report, style);
      return [format, typeof told === "string" ? told : [...told].join("")];
    }),
  );
}

function assertWellFormed(format: string, text: string): void {
  must(text === "" || text.endsWith("\n"), () => `${format} ends in a line end`);
  if (format === "checkstyle" || format === "junit") readXml(text);
  if (["json", "sarif", "gitlab"].includes(format)) JSON.parse(text);
  if (format === "ndjson") for (const line of text.trimEnd().split("\n")) JSON.parse(line);
  if (format === "sarif" || format === "human") return;
  // A lone ESC would be obeyed by a terminal.
  if (format === "compact") must(!text.includes("\u001b"), "compact escapes controls");
}
