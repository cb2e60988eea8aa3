/** `unitlint list-dependencies`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ListDependenciesArguments, listDependencies } from "../../server/src/cli/commands/list-dependencies.ts";
import { paintWith } from "../../server/src/cli/terminal.ts";
import { unitsOf } from "../support/unit-folder.ts";

const units = `\
-- boot.target --
[Unit]
DefaultDependencies=no
Wants=zeta.service Beta.service late.target gone.service
-- late.target --
[Unit]
DefaultDependencies=no
Requires=beta.target boot.target
-- beta.target --
[Unit]
DefaultDependencies=no
Wants=zeta.service
-- zeta.service --
[Unit]
DefaultDependencies=no
Requires=helper.service
After=helper.service
[Service]
Slice=-.slice
ExecStart=/bin/z
-- Beta.service --
[Unit]
DefaultDependencies=no
[Service]
Slice=-.slice
ExecStart=/bin/b
-- helper.service --
[Unit]
DefaultDependencies=no
PartOf=late.target
[Service]
Slice=-.slice
ExecStart=/bin/h
`;

function run(unit: string, more: Partial<ListDependenciesArguments> = {}) {
  const args = { unit, direction: "forward", all: false, format: "human", ...more } as const;
  return listDependencies(unitsOf(units), args, paintWith(false));
}

test("targets come last and are followed; a loop ends in dots", () => {
  assert.deepEqual(run("boot.target"), {
    stdout: `\
boot.target
├─Beta.service
├─gone.service (not-found)
├─zeta.service
└─late.target
  ├─helper.service
  ├─beta.target
  │ └─zeta.service
  └─...
`,
    stderr: "",
    status: 0,
  });
});

test("--all follows every unit", () => {
  assert.equal(
    run("beta.target", { all: true }).stdout,
    `\
beta.target
└─zeta.service
  ├─-.slice
  └─helper.service
    └─-.slice
`,
  );
});

test("--reverse, --before and --after turn the question", () => {
  assert.equal(
    run("zeta.service", { direction: "reverse" }).stdout,
    `\
zeta.service
├─beta.target
│ └─late.target
│   └─boot.target
│     └─...
└─boot.target
  └─late.target
    └─...
`,
  );
  assert.equal(run("helper.service", { direction: "before" }).stdout, "helper.service\n└─zeta.service\n");
  assert.match(run("zeta.service", { direction: "after" }).stdout, /├─helper\.service\n/);
});

test("JSON nests what is followed", () => {
  assert.deepEqual(JSON.parse(run("beta.target", { format: "json" }).stdout), {
    unit: "beta.target",
    load: "loaded",
    dependencies: [{ unit: "zeta.service", load: "loaded" }],
  });
});

test("an unknown unit is told with the name that was meant", () => {
  assert.deepEqual(run("bot.target"), {
    stdout: "",
    stderr: "unitlint: bot.target is not found; did you mean boot.target?\n",
    status: 1,
  });
});
