/** The comparison with systemd-analyze: reading what it prints, and matching it with findings. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { splitCommand } from "../../server/scripts/oracle/command.ts";
import { overlongUnits, readComplaint, readComplaints } from "../../server/scripts/oracle/complaints.ts";
import { type JsonFinding, matchFile } from "../../server/scripts/oracle/matching.ts";

const anyPath = (): boolean => true;

describe("a line of output", () => {
  test("as systemd prints it", () => {
    assert.deepEqual(readComplaint("/u/a.service:3: Unknown key 'Foo' in section [Unit], ignoring.", anyPath), {
      path: "/u/a.service",
      line: 3,
      class: "unknown-key",
      message: "Unknown key 'Foo' in section [Unit], ignoring.",
    });
  });

  test("with severity and location in front", () => {
    const line = "error src/shared/conf-parser.c:214: /u/a.service:4: Invalid section header '[Service'";
    assert.deepEqual(readComplaint(line, anyPath), {
      path: "/u/a.service",
      line: 4,
      class: "bad-header",
      message: "Invalid section header '[Service'",
    });
  });

  const classes: readonly [string, string][] = [
    ["Unknown section 'Foo'. Ignoring.", "unknown-section"],
    ["Unknown key 'Foo' in section [Unit], ignoring.", "unknown-key"],
    ["Unknown key name 'Foo' in section 'Unit', ignoring.", "unknown-key"],
    ["Assignment outside of section. Ignoring.", "outside-section"],
    ["Missing '=', ignoring line.", "missing-equals"],
    ["Missing key name before '=', ignoring line.", "missing-key"],
    ["String is not UTF-8 clean, ignoring assignment: x\uFFFD", "not-utf8"],
    ["Section header invalid '[]'", "bad-header"],
    ["Bad characters in section header '[a\"b]'", "bad-header"],
    ["Support for option IgnoreOnSnapshot= has been removed and it is ignored", "removed"],
    ["Failed to parse boolean value, ignoring: maybe", "other"],
  ];
  for (const [message, expected] of classes) {
    test(`${expected}: ${message}`, () =>
      assert.equal(readComplaint(`/u/a.service:1: ${message}`, anyPath)?.class, expected));
  }

  test("a path may hold colons, blanks and numbers", () => {
    const path = "/my units:12: old/a:7: b@.service";
    assert.equal(readComplaint(`${path}:9: Missing '=', ignoring line.`, one => one === path)?.line, 9);
  });

  test("a message that looks like a place does not deceive", () => {
    const complaint = readComplaint(
      "/u/a.service:2: Unknown key '/u/a.service:8: Missing' in section [Unit], ignoring.",
      anyPath,
    );
    assert.equal(complaint?.line, 2);
    assert.equal(complaint?.class, "unknown-key");
  });

  test("units of others and messages without a line are none", () => {
    const isKnown = (path: string): boolean => path === "/u/a.service";
    assert.equal(readComplaint("/usr/lib/b.service:3: Unknown section 'X'. Ignoring.", isKnown), undefined);
    assert.equal(
      readComplaint("a.service: Command /bin/x is not executable: No such file or directory", isKnown),
      undefined,
    );
    assert.equal(readComplaint("", isKnown), undefined);
  });

  test("control characters pass through", () => {
    assert.equal(
      readComplaint("/u/a.service:3: Unknown key 'Q\u001b[31m\u0001' in section [Unit], ignoring.", anyPath)?.class,
      "unknown-key",
    );
  });
});

test("a drop-in of a whole type is complained about once, however many units read it", () => {
  const line = "/u/service.d/x.conf:2: Unknown key 'Foo' in section [Service], ignoring.\n";
  assert.equal(readComplaints(line.repeat(60), anyPath).length, 1);
});

test("units with a line that is too long", () => {
  const output = `error src/core/manager.c:2844: Unit a.service failed to load properly, please adjust/correct and reload service manager: No buffer space available
Unit b@x.timer failed to load properly, please adjust/correct and reload service manager: No buffer space available
Unit c.service failed to load properly, please adjust/correct and reload service manager: Bad message
`;
  assert.deepEqual([...overlongUnits(output)], ["a.service", "b@x.timer"]);
});

const complain = (line: number, message: string) => {
  const complaint = readComplaint(`/u/a.service:${line}: ${message}`, anyPath);
  assert.ok(complaint);
  return complaint;
};
const find = (rule: string, logicalLine: number, logicalEndLine: number, message = ""): JsonFinding => ({
  rule,
  message,
  path: "/u/a.service",
  logicalLine,
  logicalEndLine,
});
const kinds = (...input: Parameters<typeof matchFile>) => matchFile(...input).map(({ kind }) => kind);
const unknownKey = "Unknown key 'Foo' in section [Unit], ignoring.";

describe("matching", () => {
  test("a complaint agrees with a finding whose logical line holds its line", () => {
    assert.deepEqual(kinds([complain(5, unknownKey)], [find("unknown-directive", 3, 5)]), ["agreed"]);
    assert.deepEqual(kinds([complain(5, unknownKey)], [find("misplaced-directive", 5, 5)]), ["agreed"]);
    assert.deepEqual(kinds([complain(6, unknownKey)], [find("unknown-directive", 3, 5)]), ["miss", "false alarm"]);
  });

  test("one to one", () => {
    assert.deepEqual(
      kinds([complain(5, unknownKey)], [find("unknown-directive", 5, 5), find("unknown-directive", 5, 5)]),
      ["agreed", "false alarm"],
    );
  });

  test("the rule has to fit", () => {
    assert.deepEqual(kinds([complain(5, "Missing '=', ignoring line.")], [find("unknown-directive", 5, 5)]), [
      "miss",
      "false alarm",
    ]);
  });

  test("other complaints and other rules do not count", () => {
    assert.deepEqual(
      kinds([complain(5, "Failed to parse K=V, ignoring: Invalid argument")], [find("invalid-value", 5, 5)]),
      [],
    );
  });

  test("findings below a value that ends systemd's reading were never seen", () => {
    const complaints = [
      complain(2, unknownKey),
      complain(4, "Neither a valid executable name nor an absolute path: x/y"),
    ];
    const findings = [find("unknown-directive", 2, 2), find("unknown-directive", 6, 6)];
    assert.deepEqual(kinds(complaints, findings), ["agreed", "unseen"]);
  });

  test("a value that is merely ignored ends nothing", () => {
    const complaints = [complain(4, "Failed to parse boolean value, ignoring: maybe")];
    assert.deepEqual(kinds(complaints, [find("unknown-directive", 6, 6)]), ["false alarm"]);
  });

  test("a complaint without a line agrees with the finding of its class", () => {
    const complaint = {
      path: "/u/a.service",
      line: 0,
      class: "over-long",
      message: "No buffer space available",
    } as const;
    const findings = [
      find("syntax-error", 1, 1, "This line has no =; a comment starts with # or ;"),
      find("syntax-error", 7, 7, "This line is longer than the 1 MiB that systemd reads"),
    ];
    assert.deepEqual(
      matchFile([complaint], findings).map(({ kind }) => kind),
      ["agreed", "false alarm"],
    );
  });
});

test("commands are split as a shell would", () => {
  assert.deepEqual(splitCommand("systemd-analyze verify --man=no"), ["systemd-analyze", "verify", "--man=no"]);
  assert.deepEqual(splitCommand(`'a b'/c "d \\"e\\"" f\\ g  --x='1 2'`), ["a b/c", 'd "e"', "f g", "--x=1 2"]);
  assert.deepEqual(splitCommand(`sh -c '' ""`), ["sh", "-c", "", ""]);
});
