/** The report as people see it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { quietly, reportOf } from "../../server/src/cli/report/report-of.ts";
import { humanReporter, inputErrors } from "../../server/src/cli/reporters/human.ts";
import type { Style } from "../../server/src/cli/reporters/reporter.ts";
import type { LintResult } from "../../server/src/cli/result.ts";
import { findingAt, resultOf } from "../support/findings.ts";

const plain: Style = { width: 100, colour: false, pathIn: path => path };

/** Compares the whole report with `expected`, whose first newline does not count. */
function shows(result: LintResult, expected: string, style: Partial<Style> & { quiet?: boolean } = {}): void {
  const report = style.quiet === true ? quietly(reportOf(result)) : reportOf(result);
  assert.equal(`\n${humanReporter(report, { ...plain, ...style })}`, expected);
}

describe("a finding", () => {
  test("shows its section, its line, what systemd does and what to do", () => {
    const finding = findingAt("units/app.service", "[Unit]\n[Service]\n\nType=simple\n«ExecStat»=/usr/bin/app\n", {
      message: "Unknown directive ExecStat= in [Service]; did you mean ExecStart=?",
      fix: { title: "Replace ExecStat= with ExecStart=", text: "ExecStart" },
    });
    shows(
      resultOf([finding]),
      `
units/app.service:5:1: error[unknown-directive] Unknown directive ExecStat= in [Service]; did you mean ExecStart=?
  |
2 | [Service]
...
5 | ExecStat=/usr/bin/app
  | ^^^^^^^^
  = systemd ignores this line
  = help: Replace ExecStat= with ExecStart=

1 error in 1 file (systemd 262); 1 fixable
`,
    );
  });

  test("underlines related places of the same file and names all of them", () => {
    const other = findingAt("app.service.d/one.conf", "[Unit]\n«Description=zero»\n");
    const finding = findingAt("app.service", "[Unit]\n‹Description=one›\n\n\n\n\n\n\n\n«Description=two»\n", {
      rule: "duplicate-setting",
      severity: "warning",
      message: "Description= is set twice",
      effect: "systemd takes the last one",
      related: ["first set here"],
    });
    shows(
      resultOf([{ ...finding, related: [...finding.related, { ...other, message: "and here" }] }]),
      `
app.service:10:1: warning[duplicate-setting] Description= is set twice
   |
 1 | [Unit]
 2 | Description=one
   | ---------------
...
10 | Description=two
   | ^^^^^^^^^^^^^^^
   = systemd takes the last one
   = app.service:2:1: first set here
   = app.service.d/one.conf:2:1: and here

1 warning in 1 file (systemd 262)
`,
    );
  });

  test("names its targets where it does not concern all", () => {
    const finding = findingAt("a.service", "«Foo»=\n", { message: "Too new", targets: ["252", "257"] });
    shows(
      resultOf([finding], { targets: ["252", "257", "262"] }),
      `
a.service:1:1: error[unknown-directive] Too new
  |
1 | Foo=
  | ^^^
  = systemd ignores this line
  = only with systemd 252, 257

1 error in 1 file (systemd 252, 257, 262)
`,
    );
  });

  test("is coloured by its severity", () => {
    const finding = findingAt("a.service", "[Unit]\n«Foo»=\n", {
      severity: "warning",
      message: "Odd",
      fix: { title: "Remove it", text: "" },
    });
    shows(
      resultOf([finding]),
      `
<1>a.service:2:1:<0> <1;33>warning[unknown-directive]<0> Odd
<2>  |<0>
<2>1 |<0> [Unit]
<2>2 |<0> Foo=
<2>  |<0> <1;33>^^^<0>
<2>  =<0> systemd ignores this line
<2>  =<0> <1;32>help:<0> Remove it

<1;33>1 warning<0> in 1 file (systemd 262); 1 fixable
`.replace(/<([\d;]+)>/g, "\x1b[$1m"),
      { colour: true },
    );
  });

  test("lets no control character through, wherever it comes from", () => {
    const finding = findingAt("a\x1b[2J.service", "[Unit]\n«Foo\u202e»=\x9b\n", {
      message: "Unknown \ue000\x07",
      effect: "systemd \x1b",
      fix: { title: "Remove \x1b", text: "" },
    });
    shows(
      resultOf([finding]),
      String.raw`
a\x1b[2J.service:2:1: error[unknown-directive] Unknown \u{e000}\x07
  |
1 | [Unit]
2 | Foo\u{202e}=\u{9b}
  | ^^^^^^^^^^^
  = systemd \x1b
  = help: Remove \x1b

1 error in 1 file (systemd 262); 1 fixable
`,
    );
  });
});

describe("the summary", () => {
  const error = findingAt("a.service", "«Foo»=\n", { fix: { title: "Remove it", text: "" } });
  const warning = findingAt("b.service", "«Foo»=\n", { severity: "warning" });
  const info = findingAt("b.service", "«Foo»=\n", { severity: "info" });

  /** Compares the last line of the report. */
  function sums(result: LintResult, expected: string): void {
    assert.equal(humanReporter(reportOf(result), plain).split("\n").at(-2), expected);
  }

  test("is all there is without findings", () => {
    shows(resultOf([], { files: 14 }), "\nNo problems in 14 unit files (systemd 262)\n");
    shows(resultOf([], { files: 1 }), "\nNo problems in 1 unit file (systemd 262)\n");
    shows(resultOf([], { files: 0 }), "\nNo unit files to check (systemd 262)\n");
  });

  test("counts by severity, file and fix", () => {
    sums(
      resultOf([error, error, warning, info, info], { files: 14 }),
      "2 errors, 1 warning, 2 infos in 2 of 14 files (systemd 262); 2 fixable",
    );
  });

  test("names a preset that is not the default", () => {
    sums(resultOf([], { files: 2, preset: "verify" }), "No problems in 2 unit files (systemd 262, preset verify)");
  });

  test("names what was skipped, the most frequent kind first", () => {
    const skipped = ["x.container", "net/a.network", "net/b.network.d/10-dns.conf"].map(
      path => ({ path, reason: "unsupported" }) as const,
    );
    sums(
      resultOf([error], { files: 3, skipped }),
      "1 error in 1 of 3 files (systemd 262); 1 fixable; skipped 3 files of kinds not supported yet: 2 .network, 1 .container",
    );
    sums(
      resultOf([], { files: 3, skipped: skipped.slice(0, 1) }),
      "No problems in 3 unit files (systemd 262); skipped 1 file of a kind not supported yet: .container",
    );
  });

  test("names what was passed over, and counts paths that could not be read", () => {
    const result = resultOf([], {
      files: 3,
      skipped: [
        { path: "a.service", reason: "dangling link" },
        { path: "b.service", reason: "link loop" },
        { path: "c.service", reason: "link loop" },
        ...["x", "y", "z", "\x1b"].map(name => ({ path: `${name}.service`, reason: "special file" }) as const),
        { path: "f f.service", reason: "invalid name" },
        { path: "g.service", reason: "binary" },
      ],
      errors: [{ path: "d.service", message: "no such file" }],
    });
    sums(
      result,
      "No problems in 3 unit files (systemd 262); skipped 1 dangling link: a.service; skipped 2 link loops: b.service, c.service; skipped 1 unit with a name that systemd passes over: f f.service; skipped 4 special files (pipe, socket, device): x.service, y.service, z.service and 1 more; skipped 1 binary file: g.service; 1 path could not be read",
    );
  });

  test("counts what --quiet hides", () => {
    shows(
      resultOf([error, warning, info], { files: 2 }),
      `
a.service:1:1: error[unknown-directive] Unknown directive
  |
1 | Foo=
  | ^^^
  = systemd ignores this line
  = help: Remove it

1 error, 1 warning, 1 info in 2 of 2 files (systemd 262); 1 fixable
`,
      { quiet: true },
    );
  });
});

test("input errors are told apart, for standard error", () => {
  const result = resultOf([], {
    errors: [
      { path: "missing.service", message: "no such file or folder" },
      { path: "a\x1b.service", message: "is a pipe" },
    ],
  });
  assert.equal(
    inputErrors(result, plain),
    String.raw`unitlint: missing.service: no such file or folder
unitlint: a\x1b.service: is a pipe
`,
  );
  assert.equal(inputErrors(resultOf([]), plain), "");
});

test("a line of a megabyte costs no more than what is shown of it", () => {
  const finding = findingAt("a.service", `A=${"b".repeat(1 << 20)}«c»${"\u0301".repeat(1 << 20)}\n`);
  assert.ok(humanReporter(reportOf(resultOf([finding])), plain).length < 1500);
});
