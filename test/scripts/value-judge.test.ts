/** The comparison of values with systemd-analyze: matching by line, and the table. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readComplaint } from "../../server/scripts/oracle/complaints.ts";
import type { JsonFinding } from "../../server/scripts/oracle/matching.ts";
import { judgeFile } from "../../server/scripts/oracle/value-judge.ts";
import {
  disagreementText,
  isDisagreement,
  tallyValue,
  type ValueTally,
  valueTable,
} from "../../server/scripts/oracle/value-report.ts";
import { everKnown } from "../../server/src/catalog/catalog.ts";

const path = "/u/a.service";

/** Values from line 3 on, and what both say: `line: message` of systemd, `line: rule` of unitlint; line 0 is the last one. */
function judge(assignments: string[], theirs: string[], ours: string[]) {
  const values = assignments.map((assignment, index) => {
    const [name = "", value = ""] = assignment.split("=");
    const directive = everKnown("Service", name);
    assert.ok(directive);
    return { directive, value, mutations: [], line: 3 + index };
  });
  const lastLine = 3 + assignments.length;
  const split = (text: string): [number, string] => {
    const [line = "", ...rest] = text.split(": ");
    return [Number(line) || lastLine, rest.join(": ")];
  };
  const complaints = theirs.map(text => {
    const [line, message] = split(text);
    const complaint = readComplaint(`${path}:${line}: ${message}`, () => true);
    assert.ok(complaint);
    return complaint;
  });
  const findings = ours.map((text): JsonFinding => {
    const [line, rule] = split(text);
    return { rule, message: "it is wrong", path, logicalLine: line, logicalEndLine: line };
  });
  return judgeFile({ path, values, lastLine }, 262, { complaints, findings });
}

const outcomes = (...input: Parameters<typeof judge>) => judge(...input).map(({ outcome }) => outcome);
const readToEnd = "0: Unknown key 'EndOfFile' in section [Service], ignoring.";
const weReadOn = "0: unknown-directive";

describe("one value", () => {
  const value = (theirs: string[], ours: string[], assignment = "Nice=99") =>
    outcomes([assignment], [...theirs, readToEnd], [...ours, weReadOn])[0];

  test("both complain", () => {
    assert.equal(value(["3: Nice priority out of range, ignoring: 99"], ["3: invalid-value"]), "both");
    assert.equal(value(["3: a", "3: b"], ["3: ignored-value"]), "both");
  });

  test("neither does", () => assert.equal(value([], []), "neither"));
  test("only systemd", () => assert.equal(value(["3: a"], []), "miss"));
  test("only unitlint", () => assert.equal(value([], ["3: unknown-specifier"]), "false-alarm"));

  test("that the key is old or that a rule of another kind speaks does not count", () => {
    const old =
      "3: Unit uses MemoryLimit=; please use MemoryMax= instead. Support for MemoryLimit= will be removed soon.";
    const blockOld =
      "3: Unit uses BlockIOWeight=; please use IO*= settings instead. Support for it will be removed soon.";
    assert.equal(value([old, blockOld], ["3: deprecated-directive", "3: duplicate-directive"]), "neither");
  });

  test("what depends on the host does not count", () => {
    assert.equal(value(["3: unit configures an IP firewall"], [], "IPAddressDeny=any"), "incomparable");
    assert.equal(value(["3: bad"], [], "SyslogIdentifier=%H"), "incomparable");
    assert.equal(value(["3: bad"], [], "Personality=s390x"), "incomparable");
    assert.equal(value(["3: bad"], [], "Personality=nonsense"), "miss");
    assert.equal(value([], ["3: deprecated-value"], "PIDFile=/var/run/x"), "incomparable");
  });

  test("complaints that systemd makes without a line are not expected", () => {
    assert.equal(value([], ["3: ignored-value"], "BPFDelegateMaps=x"), "incomparable");
    assert.equal(value(["3: a"], [], "BPFDelegateMaps=x"), "miss");
  });
});

describe("values below one that ends systemd's reading", () => {
  const lines = ["Nice=1", "ExecStart=x/y", "Nice=99"];
  const fatal = "4: Neither a valid executable name nor an absolute path: x/y";

  test("were never seen", () => {
    assert.deepEqual(outcomes(lines, [fatal], ["4: invalid-value"]), ["neither", "both", "unseen"]);
  });

  test("count where unitlint alone thinks that it reads on", () => {
    assert.deepEqual(outcomes(lines, [fatal], ["4: invalid-value", weReadOn]), ["neither", "stops", "unseen"]);
  });

  test("count where unitlint alone thinks that it stops", () => {
    assert.deepEqual(outcomes(lines, [fatal, readToEnd], ["4: invalid-value"]), ["neither", "both", "reads-on"]);
  });

  test("a silent end is put down to the first value", () => {
    assert.deepEqual(outcomes(["Nice=1", "Nice=2"], [], [weReadOn]), ["stops", "unseen"]);
  });
});

describe("the report", () => {
  const judged = judge(
    ["Nice=1", "Nice=99", "Restart=x"],
    ["3: a", "4: b", readToEnd],
    ["4: invalid-value", "5: invalid-value", weReadOn],
  );
  const tally: ValueTally = new Map();
  for (const one of judged) tallyValue(tally, one);

  test("counts by kind", () => {
    assert.deepEqual(
      valueTable(tally)
        .split("\n")
        .map(line => line.split(/ {2,}/)),
      [
        ["kind", "compared", "agreed", "misses", "false alarms", "stops", "precision", "recall"],
        ["nice", "2", "1", "1", "0", "0", "100.0 %", "50.0 %"],
        ["restart", "1", "0", "0", "1", "0", "0.0 %", "-"],
        ["all", "3", "1", "1", "1", "0", "50.0 %", "50.0 %"],
      ],
    );
  });

  test("shows the first disagreements of each kind", () => {
    assert.equal(judged.filter(isDisagreement).length, 2);
    assert.equal(
      disagreementText(judged, 5),
      `nice: 1
  miss /u/a.service:3
    [Service] Nice=1
    systemd:  a

restart: 1
  false-alarm /u/a.service:5
    [Service] Restart=x
    unitlint: invalid-value: it is wrong
`,
    );
  });
});
