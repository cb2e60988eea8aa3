/** The lines of code below a finding: which are shown, how long lines are cut, and where the carets stand. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reportOf } from "../../server/src/cli/report/report-of.ts";
import { humanReporter } from "../../server/src/cli/reporters/human.ts";
import type { Style } from "../../server/src/cli/reporters/reporter.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { findingAt, resultOf } from "../support/findings.ts";

const plain: Style = { width: 100, colour: false, pathIn: path => path };

/** Compares what stands between the headline and the notes of a single finding. */
function frames(finding: Finding, expected: string, style: Partial<Style> = {}): void {
  const report = humanReporter(reportOf(resultOf([{ ...finding, effect: "END" }])), { ...plain, ...style });
  const end = report.search(/ *= END/);
  assert.equal(report.slice(report.indexOf("\n"), end), expected);
}

describe("the line before", () => {
  test("is the first one of a continued entry", () => {
    frames(
      findingAt("a.service", "[Service]\nExecStart=/bin/app \\\n  --one \\\n  --two \\\n  «--tree»\n"),
      String.raw`
  |
2 | ExecStart=/bin/app \
...
5 |   --tree
  |   ^^^^^^
`,
    );
  });

  test("is missing above the first header", () => {
    frames(
      findingAt("a.service", "# old\n«Foo»=1\n[Unit]\n"),
      `
  |
2 | Foo=1
  | ^^^
`,
    );
  });

  test("is missing for a header itself", () => {
    frames(
      findingAt("a.service", "[Unit]\n[«Servic»]\n"),
      `
  |
2 | [Servic]
  |  ^^^^^^
`,
    );
  });

  test("is a real header, no continued line that looks like one", () => {
    frames(
      findingAt("a.service", "[Service]\nExecStart=/bin/sh -c \\\n[ -e /x ]\n«Foo»=1\n"),
      `
  |
1 | [Service]
...
4 | Foo=1
  | ^^^
`,
    );
  });

  test("takes a single line between along, in place of dots", () => {
    frames(
      findingAt("a.service", "[Unit]\n# why\n«Foo»=1\n"),
      `
  |
1 | [Unit]
2 | # why
3 | Foo=1
  | ^^^
`,
    );
  });
});

describe("carets", () => {
  test("stand below the first and the last line of a longer span", () => {
    frames(
      findingAt("a.service", "[Service]\nExecStart=«/bin/app \\\n  --one \\\n  --two \\\n  --three» \\\n  --four\n"),
      String.raw`
  |
1 | [Service]
2 | ExecStart=/bin/app \
  |           ^^^^^^^^^^
...
5 |   --three \
  |   ^^^^^^^
`,
    );
  });

  test("stand below both lines of a span of two", () => {
    frames(
      findingAt("a.service", "«ExecStart=/bin/app \\\n  --one»\n"),
      String.raw`
  |
1 | ExecStart=/bin/app \
  | ^^^^^^^^^^^^^^^^^^^^
2 |   --one
  |   ^^^^^
`,
    );
  });

  const below: readonly (readonly [what: string, marked: string, expected: string])[] = [
    ["an empty span", "Type=«»\n", "\n  |\n1 | Type=\n  |      ^\n"],
    ["a line end", "Type=a«\n»\n", "\n  |\n1 | Type=a\n  |       ^\n"],
    ["a CR LF line end", "Type=a«\r\n»User=b\n", "\n  |\n1 | Type=a\n  |       ^\n"],
    ["an end without newline", "Type=«a»", "\n  |\n1 | Type=a\n  |      ^\n"],
    ["an empty line", "[Unit]\n«»\n", "\n  |\n1 | [Unit]\n2 |\n  | ^\n"],
    ["tabs, four columns each", "A=\t\t«b»\tc\n", "\n  |\n1 | A=        b    c\n  |           ^\n"],
    ["a marked tab", "A=x«\t»y\n", "\n  |\n1 | A=x    y\n  |    ^^^^\n"],
    ["wide characters", "A=漢字«！» x\n", "\n  |\n1 | A=漢字！ x\n  |       ^^\n"],
    ["wide emoji and flags", "A=🚀🇪🇺«x»\n", "\n  |\n1 | A=🚀🇪🇺x\n  |       ^\n"],
    ["combining characters", "A=e\u0301e\u0301«x»\n", "\n  |\n1 | A=e\u0301e\u0301x\n  |     ^\n"],
    ["a lone combining character", "A=e«\u0301»\n", "\n  |\n1 | A=e\u0301\n  |    ^\n"],
    ["half a surrogate pair", "A=«\ud83d»\ude80x\n", "\n  |\n1 | A=🚀x\n  |   ^^\n"],
    ["escaped controls", "A=\x1b[2J«b»\n", "\n  |\n1 | A=\\x1b[2Jb\n  |          ^\n"],
    ["a byte that was not UTF-8", "A=caf«\udce9»!\n", "\n  |\n1 | A=caf\\xe9!\n  |      ^^^^\n"],
    ["a byte order mark", "\ufeff[«Unit»]\n", "\n  |\n1 | \\u{feff}[Unit]\n  |          ^^^^\n"],
  ];
  for (const [what, marked, expected] of below) {
    test(`stand below ${what}`, () => frames(findingAt("a.service", marked), expected));
  }
});

describe("a line that is too long", () => {
  const words = "one two three four five six seven eight nine ten ".repeat(20);

  test("keeps its start where that holds the span", () => {
    frames(
      findingAt("a.service", `A=«one» ${words}\n`),
      `
  |
1 | A=one one two three four five six s…
  |   ^^^
`,
      { width: 40 },
    );
  });

  test("is cut on both sides of a span in its middle", () => {
    frames(
      findingAt("a.service", `A=${words}«HERE» ${words}\n`),
      `
  |
1 | …eight nine ten HERE one two three …
  |                 ^^^^
`,
      { width: 40 },
    );
  });

  test("keeps its end where that holds the span", () => {
    frames(
      findingAt("a.service", `A=${words}«HERE»\n`),
      `
  |
1 | …ee four five six seven eight nine ten HERE
  |                                        ^^^^
`,
      { width: 47 },
    );
  });

  test("shows the start of a span that is too long itself", () => {
    frames(
      findingAt("a.service", `Names=«${words}»\n`),
      `
  |
1 | Names=one two three four five six s…
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      { width: 40 },
    );
    frames(
      findingAt("a.service", `Names=${words}«${words}»\n`),
      `
  |
1 | …ine ten one two three four five si…
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      { width: 40 },
    );
  });

  test("is cut by columns, not by characters", () => {
    frames(
      findingAt("a.service", `A=${"漢".repeat(100)}«x»${"字".repeat(100)}\n`),
      `
  |
1 | …漢漢漢漢漢漢漢x字字字字字字字字…
  |                ^
`,
      { width: 37 },
    );
  });

  test("is left whole where it just fits", () => {
    frames(findingAt("a.service", `«A»=${"x".repeat(34)}\n`), `\n  |\n1 | A=${"x".repeat(34)}\n  | ^\n`, { width: 40 });
    frames(findingAt("a.service", `«A»=${"x".repeat(35)}\n`), `\n  |\n1 | A=${"x".repeat(33)}…\n  | ^\n`, {
      width: 40,
    });
  });

  test("is never cut to less than 20 columns", () => {
    frames(findingAt("a.service", `«A»=${"x".repeat(99)}\n`), `\n  |\n1 | A=${"x".repeat(17)}…\n  | ^\n`, { width: 5 });
  });
});
