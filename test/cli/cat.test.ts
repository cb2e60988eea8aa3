/** `unitlint cat`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CommandOutput } from "../../server/src/cli/command-output.ts";
import { cat } from "../../server/src/cli/commands/cat.ts";
import { paintWith } from "../../server/src/cli/terminal.ts";
import { unitsOf } from "../support/unit-folder.ts";

const units = `\
-- app.service --
# The app
[Unit]
Description=App
[Service]
ExecStart=/bin/app \\
  --fast
Environment=A=1
Restart=no
-- web.service --
-> app.service
-- app.service.d/20-late.conf --
[Service]
Environment=
Environment=B=2
-- service.d/10-all.conf --
[Service]
Restart=always
Restart=sometimes
-- app.service.d/30-gone.conf --
-> /dev/null
-- worker@.service --
[Service]
ExecStart=/bin/work %i
-- off.service --
-> /dev/null
-- lost.service.d/x.conf --
[Service]
Nice=1
`;

function run(word: string, more: { effective?: boolean; all?: boolean; format?: "json" } = {}): CommandOutput {
  return cat(
    unitsOf(units),
    { units: [word], effective: false, all: false, format: "human", ...more },
    paintWith(false),
  );
}

function refused(word: string, message: string): void {
  assert.deepEqual(run(word), { stdout: "", stderr: `unitlint: ${message}\n`, status: 1 });
}

test("the fragment comes first, then drop-ins by name; an alias leads to its unit", () => {
  const files = `\
# units/app.service
# The app
[Unit]
Description=App
[Service]
ExecStart=/bin/app \\
  --fast
Environment=A=1
Restart=no

# units/service.d/10-all.conf
[Service]
Restart=always
Restart=sometimes

# units/app.service.d/20-late.conf
[Service]
Environment=
Environment=B=2

# units/app.service.d/30-gone.conf -> /dev/null is a mask
`;
  assert.deepEqual(run("app"), { stdout: files, stderr: "", status: 0 });
  assert.equal(run("web.service").stdout, files);
});

test("what counts is told with its lines", () => {
  assert.equal(
    run("app", { effective: true }).stdout,
    `\
# app.service web.service
[Unit]
Description=App               # units/app.service:3

[Service]
ExecStart=/bin/app    --fast  # units/app.service:5
Environment=B=2               # units/app.service.d/20-late.conf:3
Restart=always                # units/service.d/10-all.conf:2
`,
  );
});

test("--all tells why the rest does not count", () => {
  assert.match(
    run("app", { effective: true, all: true }).stdout,
    /\[Service\]\n.*\n# Environment=A=1 +# units\/app\.service:7, cleared by units\/app\.service\.d\/20-late\.conf:2\n# Environment= +# units\/app\.service\.d\/20-late\.conf:2, clears what stands before\n.*\n# Restart=no +# units\/app\.service:8, replaced by units\/service\.d\/10-all\.conf:2\n.*\n# Restart=sometimes +# units\/service\.d\/10-all\.conf:3, refused by systemd\n$/,
  );
});

test("a template is shown as an instance", () => {
  const { stdout, stderr } = run("worker@.service");
  assert.ok(stdout.startsWith("# units/worker@.service\n[Service]\nExecStart=/bin/work %i\n\n# units/service.d/"));
  assert.equal(stderr, "unitlint: note: worker@.service is a template; it is shown as worker@example.service\n");
  assert.match(run("worker@3.service", { effective: true }).stdout, /^# worker@3\.service\n/);
});

test("what cannot be shown is explained", () => {
  refused("off.service", "off.service is masked by units/off.service, a link to /dev/null");
  refused("apps.service", "apps.service is not found; did you mean app.service?");
  refused("lost.service", "lost.service is not found; units/lost.service.d/x.conf is read for nothing");
  refused("system.slice", "system.slice has no file: systemd makes it up where it is needed");
  refused("a b", "a b is no name of a unit");
});

test("a file at which systemd gives up is shown with a note", () => {
  const set = unitsOf("-- a.service --\n[Service\nExecStart=/bin/a\n");
  const { stderr, status } = cat(
    set,
    { units: ["a"], effective: false, all: false, format: "human" },
    paintWith(false),
  );
  assert.equal(
    stderr,
    "unitlint: note: systemd reads a.service no further than units/a.service:1, and none of its drop-ins\n",
  );
  assert.equal(status, 0);
});

test("JSON holds the files and which assignments count", () => {
  const set = unitsOf(
    "-- a.service --\n[Service]\nExecStart=/bin/a\n-- a.service.d/x.conf --\n[Service]\nExecStart=\nExecStart=/bin/b\n",
  );
  const { stdout } = cat(set, { units: ["a"], effective: false, all: false, format: "json" }, paintWith(false));
  const [unit] = JSON.parse(stdout);
  assert.deepEqual(
    unit.dropIns.map(({ path }: { path: string }) => path),
    ["units/a.service.d/x.conf"],
  );
  assert.deepEqual(unit.settings[0].assignments, [
    {
      value: "/bin/a",
      path: "units/a.service",
      line: 2,
      effective: false,
      lost: "cleared",
      by: { path: "units/a.service.d/x.conf", line: 2 },
    },
    { value: "", path: "units/a.service.d/x.conf", line: 2, effective: false },
    { value: "/bin/b", path: "units/a.service.d/x.conf", line: 3, effective: true },
  ]);
});
