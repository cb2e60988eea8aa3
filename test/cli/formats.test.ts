/** What each format does with text that means something to it, and whether it keeps to its published shape. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { reportOf } from "../../server/src/cli/report/report-of.ts";
import { repositoryPaths } from "../../server/src/cli/report/repository-paths.ts";
import { type LintFormat, lintFormats } from "../../server/src/cli/reporters/formats.ts";
import { reporterFor } from "../../server/src/cli/reporters/lint-reporters.ts";
import { escapeXml } from "../../server/src/cli/reporters/xml.ts";
import type { LintResult } from "../../server/src/cli/result.ts";
import { findingAt, resultOf, type Told } from "../support/findings.ts";
import { assertSarif, sarifErrors } from "../support/sarif.ts";
import { readXml } from "../support/xml.ts";

const style = { width: 100, colour: false, pathIn: (path: string) => path };

async function written(format: LintFormat, result: LintResult): Promise<string> {
  const told = (await reporterFor(format))(reportOf(result), style);
  return typeof told === "string" ? told : [...told].join("");
}

const odd = "a,b:c;[x]%'é\n\x1b|\udce9.service";
const message = "50% of \"a\" & <b>: c,d; [e] 'f' | é\r\ng\x1b";

function oddResult(told: Told = {}): LintResult {
  return resultOf([findingAt(odd, "[Service]\n«Foo»=1\n", { message, effect: "it is\ndropped", ...told })]);
}

describe("escaping", () => {
  test("compact: a finding is a line", async () => {
    assert.equal(
      await written("compact", oddResult()),
      String.raw`a,b:c;[x]%'é\n\x1b|\xe9.service:2:1: error[unknown-directive] 50% of "a" & <b>: c,d; [e] 'f' | é\r\ng\x1b` +
        "\n",
    );
  });

  test("github: data and properties", async () => {
    const [line] = (await written("github", oddResult())).split("\n");
    const properties =
      "file=a%2Cb%3Ac;[x]%25'é%0A\\x1b|\\xe9.service,line=2,endLine=2,col=1,endColumn=4,title=unitlint(unknown-directive)";
    const data = String.raw`50%25 of "a" & <b>: c,d; [e] 'f' | é\r\ng\x1b%0Ait is\ndropped`;
    assert.equal(line, `::error ${properties}::${data}`);
  });

  test("azure: values and message", async () => {
    const [line] = (await written("azure", oddResult({ severity: "warning" }))).split("\n");
    const values =
      "type=warning;sourcepath=a,b:c%3B[x%5D%AZP25'é%0A\\x1b|\\xe9.service;linenumber=2;columnnumber=1;code=unknown-directive;";
    const data = String.raw`50%AZP25 of "a" & <b>: c,d; [e] 'f' | é\r\ng\x1b`;
    assert.equal(line, `##vso[task.logissue ${values}]${data}`);
  });

  test("teamcity: values in ASCII", async () => {
    const line = (await written("teamcity", oddResult())).split("\n").find(line => line.includes("inspection "));
    const text = "50% of \"a\" & <b>: c,d; |[e|] |'f|' || |0x00e9|r|ng|0x001b";
    const file = "a,b:c;|[x|]%|'|0x00e9|n|0x001b|||0xdce9.service";
    assert.equal(
      line,
      `##teamcity[inspection typeId='unknown-directive' message='${text}' file='${file}' line='2' SEVERITY='ERROR']`,
    );
  });

  test("xml: what it cannot hold goes in letters, what it would change as references", async () => {
    assert.equal(escapeXml("a\t\n\r<&>\"'"), "a&#9;&#10;&#13;&lt;&amp;&gt;&quot;&apos;");
    assert.equal(escapeXml("\x1b\0\udce9\ud800\ufffe🚀"), "\\x1b\\x00\\xe9\\u{d800}\\u{fffe}🚀");
    const [file] = readXml(await written("checkstyle", oddResult())).children;
    assert.equal(file?.attributes.name, "a,b:c;[x]%'é\n\\x1b|\\xe9.service");
    assert.equal(file?.children[0]?.attributes.message, message.replace("\x1b", "\\x1b"));
  });

  test("sarif: uris", async () => {
    const [run] = JSON.parse(await written("sarif", oddResult())).runs;
    assert.deepEqual(run.results[0].locations[0].physicalLocation.artifactLocation, {
      uri: "a%2Cb%3Ac%3B%5Bx%5D%25'%C3%A9%0A%1B%7C%E9.service",
      uriBaseId: "SRCROOT",
    });
    const absolute = resultOf([findingAt("/srv/a b.service", "«Foo»=1\n")]);
    const [other] = JSON.parse(await written("sarif", absolute)).runs;
    assert.deepEqual(other.artifacts[0].location, { uri: "file:///srv/a%20b.service" });
  });
});

const rich = resultOf(
  [
    findingAt("units/app.service", "[Service]\n‹Type=simple›\nExecStart=/bin/ä \\\n  «🚀» \\\n  end\n", {
      rule: "duplicate-directive",
      severity: "warning",
      message: "An odd argument",
      related: ["because of this"],
      fix: { title: "Remove it", text: "", safety: "unsafe" },
    }),
    findingAt("b.service", "[Unit]\n«Foo»=1\n", { severity: "info" }),
    findingAt("b.service", "[Unit]\n«Foo»=1\n", { systemd: "refuses" }),
    findingAt(odd, "«Foo»=1\n", { message }),
  ],
  {
    files: 4,
    checked: ["units/app.service", "b.service", odd, "clean.service"],
    suppressed: [{ ...findingAt("b.service", "[Unit]\n\n«Bar»=1\n"), reason: "known" }],
    errors: [{ path: "gone.service", message: "no such file or folder" }],
    skipped: [{ path: "a.network", reason: "unsupported" }],
  },
);

test("sarif 2.1.0", async () => {
  for (const result of [rich, resultOf([]), oddResult()]) assertSarif(JSON.parse(await written("sarif", result)));
  const log = JSON.parse(await written("sarif", rich));
  log.runs[0].results[0].level = "fatal";
  assert.notDeepEqual(sarifErrors(log), [], "the schema judges");
});

test("sarif: results point to their rules, and say what is suppressed and why", async () => {
  const [run] = JSON.parse(await written("sarif", rich)).runs;
  const rules: { id: string; help: { markdown: string } }[] = run.tool.driver.rules;
  assert.deepEqual(rules.map(({ id }) => id).sort(), ["duplicate-directive", "unknown-directive"]);
  for (const { ruleId, ruleIndex } of run.results) assert.equal(rules[ruleIndex]?.id, ruleId);
  assert.match(rules[0]?.help.markdown ?? "", /```ini\n/);
  assert.equal(run.invocations[0].executionSuccessful, false);
  const suppressions = run.results.map((result: { suppressions?: unknown }) => result.suppressions);
  assert.deepEqual(suppressions.at(-1), [{ kind: "inSource", status: "accepted", justification: "known" }]);
  const prints = run.results.map((result: { partialFingerprints: object }) =>
    JSON.stringify(result.partialFingerprints),
  );
  assert.equal(new Set(prints).size, run.results.length);
  const [fix] = run.results.find((result: { fixes?: unknown }) => result.fixes !== undefined).fixes;
  assert.deepEqual(fix.artifactChanges[0].replacements, [
    { deletedRegion: { startLine: 4, startColumn: 3, endLine: 4, endColumn: 5 }, insertedContent: { text: "" } },
  ]);
});

test("ndjson: each line is a record of the schema", async () => {
  const schema = JSON.parse(readFileSync(new URL("../../server/docs/findings.schema.json", import.meta.url), "utf8"));
  const conforms = new Ajv2020({ allErrors: true }).compile({ $ref: "#/$defs/record", $defs: schema.$defs });
  const lines = (await written("ndjson", rich)).trimEnd().split("\n");
  for (const line of lines) {
    conforms(JSON.parse(line));
    assert.deepEqual(conforms.errors, null, line);
  }
  const kinds = lines.map(line => Object.keys(JSON.parse(line))[0]);
  assert.deepEqual(
    [...new Set(kinds)],
    ["header", "judged", "file", "finding", "suppressed", "error", "skipped", "summary"],
  );
});

test("gitlab: what Code Quality requires, with fingerprints that are unique", async () => {
  const issues = JSON.parse(await written("gitlab", rich));
  const schema = {
    type: "array",
    items: {
      type: "object",
      required: ["description", "check_name", "fingerprint", "location", "severity"],
      properties: {
        description: { type: "string" },
        check_name: { type: "string" },
        fingerprint: { type: "string" },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "lines"],
          properties: {
            path: { type: "string" },
            lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
          },
        },
      },
    },
  };
  const conforms = new Ajv({ allErrors: true }).compile(schema);
  conforms(issues);
  assert.deepEqual(conforms.errors, null);
  const told = issues.map(({ severity }: { severity: string }) => severity).sort();
  assert.deepEqual(told, ["critical", "info", "major", "minor"]);
  assert.equal(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, issues.length);
});

test("junit: counts are those of the cases, and clean files pass", async () => {
  const root = readXml(await written("junit", rich));
  const cases = root.children.flatMap(({ children }) => children);
  const kinds = cases.map(({ children }) => children[0]?.name ?? "passed");
  assert.deepEqual(kinds, ["failure", "failure", "failure", "failure", "passed", "error"]);
  assert.deepEqual([root.attributes.tests, root.attributes.failures, root.attributes.errors], ["6", "4", "1"]);
  for (const { attributes, children } of root.children) assert.equal(attributes.tests, String(children.length));
  for (const { attributes } of cases) assert.ok(attributes.name !== undefined && attributes.classname !== undefined);
});

test("xmllint agrees", { skip: hasXmllint() ? false : "xmllint is not installed" }, async () => {
  for (const format of ["checkstyle", "junit"] as const) {
    const input = await written(format, rich);
    const { status, stderr } = spawnSync("xmllint", ["--noout", "-"], { input, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  }
});

function hasXmllint(): boolean {
  return spawnSync("xmllint", ["--version"]).status === 0;
}

test("any text is written well, in every format", async () => {
  const strange = fc.string({ unit: "binary", maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      strange,
      strange,
      strange,
      fc.constantFrom(...lintFormats),
      async (path, message, text, format) => {
        const finding = findingAt(`${path}.service`, `[Unit]\n«Foo»=${text}\n`, { message });
        const report = await written(format, resultOf([finding], { errors: [{ path, message }] }));
        assert.ok(report.endsWith("\n"));
        if (format === "checkstyle" || format === "junit") readXml(report);
        if (format === "json" || format === "sarif" || format === "gitlab") JSON.parse(report);
        if (format === "ndjson") for (const line of report.trimEnd().split("\n")) JSON.parse(line);
        if (format === "compact") assert.equal(report.split("\n").length, 2);
        if (format === "github") assert.equal(report.split("\n").length, 4);
      },
    ),
    { numRuns: 300 },
  );
});

test("services get paths from the checkout that they know", () => {
  const here = process.cwd();
  const parent = here.slice(0, here.lastIndexOf("/"));
  const folder = here.slice(parent.length + 1);
  assert.equal(repositoryPaths({})("units//./a.service"), "units/a.service");
  assert.equal(repositoryPaths({})(`${here}/a.service`), "a.service");
  assert.equal(repositoryPaths({ GITHUB_WORKSPACE: parent })("a.service"), `${folder}/a.service`);
  assert.equal(repositoryPaths({ CI_PROJECT_DIR: "/nowhere" })("a.service"), "a.service");
  assert.equal(repositoryPaths({})("/elsewhere/a.service"), "/elsewhere/a.service");
  assert.equal(repositoryPaths({})("<stdin>"), "<stdin>");
});
