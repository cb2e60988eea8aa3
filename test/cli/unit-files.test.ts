/** What `unitlint is-enabled` and `unitlint list-unit-files` print, and how they end. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isEnabled } from "../../server/src/cli/commands/is-enabled.ts";
import { listUnitFilesCommand } from "../../server/src/cli/commands/list-unit-files.ts";
import { UsageError } from "../../server/src/cli/usage-error.ts";
import { link } from "../support/memory-host.ts";
import { unitRoot } from "../support/unit-root.ts";

const tree = {
  "/usr/lib/systemd/system/app.service": "[Install]\nWantedBy=multi-user.target\n",
  "/etc/systemd/system/multi-user.target.wants/app.service": link("/usr/lib/systemd/system/app.service"),
  "/usr/lib/systemd/system/off.service": "[Install]\nWantedBy=multi-user.target\n",
  "/usr/lib/systemd/system/static.timer": "[Timer]\nOnCalendar=daily\n",
  "/etc/systemd/system/lost.service": link("/usr/lib/systemd/system/gone.service"),
  "/usr/lib/systemd/system-preset/x.preset": "disable *\n",
};

test("is-enabled tells a state a line, and ends well where one unit is enabled", () => {
  assert.deepEqual(ask("app", "off.service", "static.timer", "missing"), {
    stdout: "enabled\ndisabled\nstatic\nnot-found\n",
    stderr: "",
    status: 0,
  });
});

test("is-enabled ends with 1 where none is enabled, with 4 where none is found", () => {
  assert.deepEqual([ask("off", "missing").status, ask("missing", "other").status], [1, 4]);
});

test("is-enabled stops at a unit without a state", () => {
  assert.deepEqual(ask("app", "lost", "off"), {
    stdout: "enabled\n",
    stderr: "unitlint: lost.service is a link to a unit that does not exist\n",
    status: 1,
  });
  assert.equal(ask("/etc/x").stderr, "unitlint: /etc/x is no name of a unit\n");
});

test("before 253, is-enabled stops at a unit that is not found", () => {
  assert.deepEqual(isEnabled(unitRoot(tree, 252).search, { units: ["missing", "app"], format: "human" }), {
    stdout: "",
    stderr: "unitlint: missing.service is not found\n",
    status: 1,
  });
});

test("is-enabled as JSON", () => {
  const { stdout } = isEnabled(unitRoot(tree).search, { units: ["app", "missing.socket"], format: "json" });
  assert.deepEqual(JSON.parse(stdout), [
    { unit: "app.service", state: "enabled" },
    { unit: "missing.socket", state: "not-found" },
  ]);
});

test("list-unit-files prints a table", () => {
  assert.deepEqual(list({}), {
    stdout: `UNIT FILE    STATE    PRESET
app.service  enabled  disabled
lost.service bad      disabled
off.service  disabled disabled
static.timer static   -

4 unit files listed.
`,
    stderr: "",
    status: 0,
  });
});

test("list-unit-files narrows by pattern, state and type", () => {
  assert.match(list({ patterns: ["a*", "s*"] }).stdout, /app.*static.*\n2 unit files/s);
  assert.match(list({ state: ["enabled,bad"] }).stdout, /app.*lost.*\n2 unit files/s);
  assert.match(list({ type: ["timer"] }).stdout, /static.*\n1 unit files/s);
  assert.deepEqual(list({ patterns: ["app"] }), {
    stdout: "UNIT FILE STATE PRESET\n\n0 unit files listed.\n",
    stderr: "",
    status: 1,
  });
});

test("list-unit-files knows which states and types there are", () => {
  assert.throws(
    () => list({ state: ["enable"] }),
    (error: unknown) => error instanceof UsageError && error.message.endsWith("did you mean enabled?"),
  );
  assert.throws(() => list({ type: ["daemon"] }), UsageError);
});

test("list-unit-files as JSON", () => {
  assert.deepEqual(JSON.parse(list({ format: "json", patterns: ["*.timer", "app.*"] }).stdout), [
    { unit_file: "app.service", state: "enabled", preset: "disabled" },
    { unit_file: "static.timer", state: "static", preset: null },
  ]);
});

function ask(...units: string[]) {
  return isEnabled(unitRoot(tree).search, { units, format: "human" });
}

function list(args: Partial<Parameters<typeof listUnitFilesCommand>[2]>) {
  const { search, presets } = unitRoot(tree);
  return listUnitFilesCommand(search, presets, { patterns: [], state: [], type: [], format: "human", ...args });
}
