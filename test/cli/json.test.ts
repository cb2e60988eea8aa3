/** The report as programs read it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { quietly, reportOf } from "../../server/src/cli/report/report-of.ts";
import { jsonReporter } from "../../server/src/cli/reporters/json.ts";
import type { LintResult } from "../../server/src/cli/result.ts";
import { findingAt, resultOf } from "../support/findings.ts";

const style = { width: 80, colour: true, pathIn: (path: string) => path };
const schema = JSON.parse(readFileSync(new URL("../../server/docs/findings.schema.json", import.meta.url), "utf8"));
const conforms = new Ajv2020({ allErrors: true }).compile(schema);

function written(result: LintResult, { quiet = false } = {}): string {
  return jsonReporter(quiet ? quietly(reportOf(result)) : reportOf(result), style);
}

/** The report as parsed JSON, after checking it against the schema. */
function report(result: LintResult, more: { quiet?: boolean } = {}): Report {
  const parsed: Report = JSON.parse(written(result, more));
  const valid: boolean = conforms(parsed);
  assert.ok(valid, JSON.stringify(conforms.errors, null, 2));
  return parsed;
}

interface Report {
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly summary: unknown;
}

const continued = findingAt("units/app.service", "[Service]\n‹Type=simple›\nExecStart=/bin/ä \\\n  «🚀» \\\n  end\n", {
  rule: "odd-argument",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  message: "An odd argument",
  related: ["because of this"],
  fix: { title: "Remove it", text: "", safety: "unsafe" },
});

test("a run is one document", () => {
  const result = resultOf([continued], {
    files: 3,
    targets: ["257", "262"],
    errors: [{ path: "missing.service", message: "no such file or folder" }],
    skipped: [
      { path: "a.network", reason: "unsupported" },
      { path: "b.service", reason: "dangling link" },
    ],
  });
  report(result);
  assert.equal(
    `\n${written(result)}`,
    `
{
  "version": 1,
  "preset": "recommended",
  "targets": [
    "257",
    "262"
  ],
  "versions": {},
  "files": 3,
  "checked": [
    "units/app.service"
  ],
  "findings": [
    {
      "rule": "odd-argument",
      "category": "suspicious",
      "severity": "warning",
      "systemd": "silent",
      "scope": "line",
      "message": "An odd argument",
      "effect": "systemd ignores this line",
      "unit": "app.service",
      "path": "units/app.service",
      "line": 4,
      "column": 3,
      "endLine": 4,
      "endColumn": 5,
      "logicalLine": 3,
      "logicalEndLine": 5,
      "offset": 43,
      "endOffset": 45,
      "targets": [
        "262"
      ],
      "partial": true,
      "fingerprint": "f5b47348786510ba:1",
      "frame": [
        {
          "line": 2,
          "text": "Type=simple",
          "mark": {
            "kind": "related",
            "column": 1,
            "endColumn": 12
          }
        },
        {
          "line": 3,
          "text": "ExecStart=/bin/ä \\\\"
        },
        {
          "line": 4,
          "text": "  🚀 \\\\",
          "mark": {
            "kind": "finding",
            "column": 3,
            "endColumn": 5
          }
        }
      ],
      "related": [
        {
          "path": "units/app.service",
          "line": 2,
          "column": 1,
          "endLine": 2,
          "endColumn": 12,
          "message": "because of this"
        }
      ],
      "fixes": [
        {
          "title": "Remove it",
          "safety": "unsafe",
          "edits": [
            {
              "path": "units/app.service",
              "line": 4,
              "column": 3,
              "endLine": 4,
              "endColumn": 5,
              "offset": 43,
              "endOffset": 45,
              "text": ""
            }
          ]
        }
      ]
    }
  ],
  "suppressed": [],
  "errors": [
    {
      "path": "missing.service",
      "message": "no such file or folder"
    }
  ],
  "skipped": [
    {
      "path": "a.network",
      "reason": "unsupported"
    },
    {
      "path": "b.service",
      "reason": "dangling link"
    }
  ],
  "summary": {
    "error": 0,
    "warning": 1,
    "info": 0,
    "fixable": 1,
    "affected": 1,
    "suppressed": 0
  }
}
`,
  );
});

test("a run without findings has the same shape", () => {
  assert.deepEqual(report(resultOf([], { files: 2, preset: "verify" })), {
    version: 1,
    preset: "verify",
    targets: ["262"],
    versions: {},
    files: 2,
    checked: [],
    findings: [],
    suppressed: [],
    errors: [],
    skipped: [],
    summary: { error: 0, warning: 0, info: 0, fixable: 0, affected: 0, suppressed: 0 },
  });
});

describe("places", () => {
  /** The numbers of a finding's place. */
  function placeOf(marked: string) {
    const [found = {}] = report(resultOf([findingAt("a.service", marked)])).findings;
    return [
      `${found.line}:${found.column}-${found.endLine}:${found.endColumn}`,
      `${found.offset}-${found.endOffset}`,
      `lines ${found.logicalLine}-${found.logicalEndLine}`,
    ].join(", ");
  }

  test("end behind the last character", () => {
    assert.equal(placeOf("[Unit]\n«Foo»=1\n"), "2:1-2:4, 7-10, lines 2-2");
  });

  test("may be empty, at the end of a file too", () => {
    assert.equal(placeOf("Foo=«»"), "1:5-1:5, 4-4, lines 1-1");
  });

  test("may span physical lines", () => {
    assert.equal(placeOf("A=«b \\\r\n  c»\r\n"), "1:3-2:4, 2-10, lines 1-2");
  });

  test("count the line behind an unfinished continuation, as systemd does", () => {
    assert.equal(placeOf("[Unit]\n«Foo»=1 \\\n"), "2:1-2:4, 7-10, lines 2-3");
  });
});

test("--quiet tells errors only and counts all", () => {
  const error = findingAt("a.service", "«Foo»=1\n");
  const { findings, summary } = report(resultOf([continued, error]), { quiet: true });
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ["unknown-directive"],
  );
  assert.deepEqual(summary, { error: 1, warning: 1, info: 0, fixable: 1, affected: 2, suppressed: 0 });
});

test("what a terminal would obey is escaped, and every character kept", () => {
  const message = "\x1b[2J \x9b \u202e \udcff \ud800 \ue000 漢";
  const result = resultOf([findingAt("\udce9.service", "«Foo»=1\n", { message })]);
  const text = written(result);
  assert.match(text, /"message": "\\u001b\[2J \\u009b \\u202e \\udcff \\ud800 \\ue000 漢"/);
  const found = report(result).findings.map(({ path, message }) => [path, message]);
  assert.deepEqual(found, [["\udce9.service", message]]);
});

test("the schema allows nothing else", () => {
  const good = report(resultOf([continued]));
  assert.equal(conforms({ ...good, extra: 1 }), false);
  assert.equal(conforms({ ...good, version: 2 }), false);
  assert.equal(conforms({ ...good, findings: [{ ...good.findings[0], line: 0 }] }), false);
  assert.equal(conforms({ ...good, findings: [{ ...good.findings[0], extra: 1 }] }), false);
  assert.equal(conforms({ ...good, findings: [{ ...good.findings[0], unit: undefined }] }), false);
});

test("what fixes did is part of the document", () => {
  const gone = { rule: "unknown-directive", path: "a.service", line: 3, message: "Unknown", fix: "Rename to Type=" };
  const fixes = { files: 1, fixed: [gone], unwritten: [], notFixed: [{ ...gone, reason: "it would change Restart=" }] };
  const parsed = report(resultOf([], { fixes }));
  assert.deepEqual(
    { ...parsed, findings: [] },
    { ...report(resultOf([])), fixed: fixes.fixed, notFixed: fixes.notFixed },
  );
});

test("of a long line, a finding holds the part around it", () => {
  const long = (before: number, after: number) =>
    findingAt("a.service", `[Service]\nEnvironment=${"é".repeat(before)}«🚀»${"y".repeat(after)}\n`);
  const lineOf = (before: number, after: number) => {
    const [{ frame } = { frame: [] }] = report(resultOf([long(before, after)])).findings;
    return (frame as readonly { text: string; from?: number; mark?: { column: number } }[]).find(({ mark }) => mark);
  };
  assert.equal(lineOf(5, 5)?.text, "Environment=ééééé🚀yyyyy");
  for (const [before, after] of [
    [30_000, 30_000],
    [30_000, 0],
    [0, 30_000],
  ] as const) {
    const line = lineOf(before, after);
    assert.ok(line?.mark && line.text.length <= 1002);
    assert.equal(line.text.slice(line.mark.column - (line.from ?? 1), line.mark.column - (line.from ?? 1) + 2), "🚀");
  }
});
