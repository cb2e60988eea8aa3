/** JUnit's XML, as services that count tests read it: a suite a file, a failed case a finding, a passed one for a file without findings. */
import type { InputError } from "../../workspace/discovery.ts";
import type { ReportFinding } from "../report/report.ts";
import { findingsByFile } from "./by-file.ts";
import type { Reporter, Style } from "./reporter.ts";
import { type Element, xmlDocument } from "./xml.ts";

/** Findings of any severity are failures; what could not be read is an error. */
export const junitReporter: Reporter = (report, style) => {
  const suites = [...findingsByFile(report)].map(([path, findings]) => suiteOf(style.pathIn(path), findings));
  const unread = report.errors.map(error => unreadSuite(error, style));
  const passed = suites.filter(({ attributes }) => attributes?.failures === 0).length;
  const tests = report.findings.length + passed + unread.length;
  return xmlDocument({
    name: "testsuites",
    attributes: { name: "unitlint", tests, failures: report.findings.length, errors: unread.length },
    children: [...suites, ...unread],
  });
};

function suiteOf(path: string, findings: readonly ReportFinding[]): Element {
  const passed: Element = { name: "testcase", attributes: { name: "no findings", classname: path, time: 0 } };
  return {
    name: "testsuite",
    attributes: {
      name: path,
      tests: Math.max(1, findings.length),
      failures: findings.length,
      errors: 0,
      skipped: 0,
      time: 0,
    },
    children: findings.length === 0 ? [passed] : findings.map(finding => caseOf(path, finding)),
  };
}

function caseOf(path: string, { rule, line, column, severity, message, effect }: ReportFinding): Element {
  const place = `${path}:${line}:${column}`;
  return {
    name: "testcase",
    attributes: { name: `${rule} at ${line}:${column}`, classname: path, time: 0 },
    children: [
      {
        name: "failure",
        attributes: { type: severity, message },
        children: `${place}: ${severity}[${rule}] ${message}\n${effect}`,
      },
    ],
  };
}

function unreadSuite({ path, message }: InputError, { pathIn }: Style): Element {
  const name = pathIn(path);
  const error: Element = { name: "error", attributes: { type: "unreadable", message } };
  return {
    name: "testsuite",
    attributes: { name, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 },
    children: [{ name: "testcase", attributes: { name: "readable", classname: name, time: 0 }, children: [error] }],
  };
}
