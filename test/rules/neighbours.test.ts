/** What lies beside a file counts for it, also where only the file itself is linted. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lintUnits } from "../../server/src/lint/lint-units.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { worldOf } from "../../server/src/lint/world.ts";
import { oneshotWithoutRemain } from "../../server/src/rules/oneshot-without-remain.ts";
import { timerRemainAfterExit } from "../../server/src/rules/timer-remain-after-exit.ts";
import type { Tree } from "../support/memory-host.ts";
import { unitSet } from "../support/unit-set.ts";

const oneshot = "[Service]\nType=oneshot\nExecStart=/usr/bin/b\n";
const daily = "[Timer]\nOnCalendar=daily\n";

test("a timer of another name starts a oneshot service", () => {
  const backup = { "lib/backup.service": `${oneshot}ExecStop=/usr/bin/b -s\n` };
  assert.deepEqual(found("backup.service", backup), ["oneshot-without-remain"]);
  assert.deepEqual(found("backup.service", { ...backup, "lib/nightly.timer": `${daily}Unit=backup.service\n` }), []);
  assert.deepEqual(found("backup.service", { ...backup, "lib/nightly.timer": `${daily}Unit=other.service\n` }), [
    "oneshot-without-remain",
  ]);
  const listening = `${oneshot}ExecStop=/usr/bin/b -s\nSockets=b.socket\n`;
  assert.deepEqual(found("backup.service", { "lib/backup.service": listening }), []);
});

test("a command of another unit stops the service of a timer", () => {
  const on = { "lib/on.timer": daily, "lib/on.service": `${oneshot}RemainAfterExit=yes\n` };
  assert.deepEqual(found("on.timer", on), ["timer-remain-after-exit"]);
  const off = "[Service]\nType=oneshot\nExecStart=/usr/bin/systemctl stop on.service\n";
  assert.deepEqual(found("on.timer", { ...on, "lib/off.service": off }), []);
});

/** The rules that find something in one unit of a folder. */
function found(name: string, files: Tree): string[] {
  const world = worldOf({ set: unitSet(files), names: [name], preset: "recommended", isLinted: () => true });
  const options = { settings: defaultSettings, target: "262" };
  const { findings } = lintUnits(world, [oneshotWithoutRemain, timerRemainAfterExit], options);
  return findings.map(({ rule }) => rule);
}
