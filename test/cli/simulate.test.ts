/** `unitlint simulate`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type SimulateArguments, simulate } from "../../server/src/cli/commands/simulate.ts";
import { paintWith } from "../../server/src/cli/terminal.ts";
import { unitsOf } from "../support/unit-folder.ts";

const units = `\
-- default.target --
[Unit]
DefaultDependencies=no
AllowIsolate=yes
Wants=web.service cache.service gone.service
-- rescue.target --
[Unit]
DefaultDependencies=no
AllowIsolate=yes
-- web.service --
[Unit]
DefaultDependencies=no
Requires=db.service
After=db.service
[Service]
Slice=-.slice
StandardOutput=null
ExecStart=/bin/w
-- db.service --
[Unit]
DefaultDependencies=no
[Service]
Slice=-.slice
StandardOutput=null
ExecStart=/bin/d
-- cache.service --
[Unit]
DefaultDependencies=no
RefuseManualStart=yes
Before=db.service
After=web.service
[Service]
Slice=-.slice
StandardOutput=null
ExecStart=/bin/c
`;

function run(args: Partial<SimulateArguments>) {
  return simulate(unitsOf(units), { what: "boot", format: "human", ...args }, paintWith(false));
}

test("the start of a unit: rounds of jobs, and the longest chain", () => {
  assert.deepEqual(run({ what: "start", unit: "web" }), {
    stdout: `\
web.service: 3 jobs in 3 rounds
1 -.slice
2 db.service
3 web.service

Critical chain
  -.slice
  db.service: Slice= of db.service implies After=-.slice
  web.service: web.service has After=db.service
`,
    stderr: "",
    status: 0,
  });
});

test("a boot tells what is deleted, and what is wanted in vain", () => {
  const { stdout, status } = run({});
  assert.equal(status, 1);
  assert.match(stdout, /^Ordering cycles\n {2}.* → .*: broken by not starting /m);
  assert.match(stdout, /^Deleted jobs\n {2}\S+\.service: to break an ordering cycle$/m);
  assert.match(stdout, /^ {2}gone\.service \(wanted by default\.target\): gone\.service is not found$/m);
});

test("isolating begins after a boot", () => {
  const { stdout } = run({ what: "isolate", unit: "rescue.target" });
  assert.match(stdout, /^1 cache\.service\/stop, default\.target\/stop, rescue\.target$/m);
});

test("systemctl's refusals", () => {
  assert.equal(
    run({ what: "start", unit: "cache" }).stderr,
    "unitlint: cache.service has RefuseManualStart=yes: only other units may start it\n",
  );
  assert.equal(run({ what: "isolate", unit: "web" }).stderr, "unitlint: web.service does not have AllowIsolate=yes\n");
});

test("JSON", () => {
  const { stdout } = run({ what: "start", unit: "web", format: "json" });
  const { unit, jobs, failure, criticalChain } = JSON.parse(stdout);
  assert.deepEqual(
    { unit, failure, criticalChain },
    {
      unit: "web.service",
      failure: null,
      criticalChain: ["-.slice", "db.service", "web.service"],
    },
  );
  assert.deepEqual(jobs[2], {
    unit: "web.service",
    type: "start",
    round: 3,
    askedBy: [],
    waitsFor: ["db.service", "-.slice"],
  });
});
