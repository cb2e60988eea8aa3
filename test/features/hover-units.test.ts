/** Hover over names of units; a line for each paragraph or item. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../server/src/features/hover.ts";
import { noTexts } from "../../server/src/texts/texts.ts";
import { marked } from "../support/marked.ts";

const clock = { now: 0n, timezone: "UTC" };

function checkHover(text: string, expected: readonly string[]): void {
  const { snapshot, uri, offset } = marked(text);
  const found = hover(snapshot, uri, offset, { clock, texts: noTexts });
  assert.deepEqual(found?.plainText.split("\n").filter(line => line !== "") ?? [], expected);
}

const service = "[Service]\nExecStart=/bin/a\n";

test("what it is, where it is defined, its drop-ins and its order", () => {
  checkHover(
    `[Unit]\nAfter=db.serv<|>ice\nWants=db.service\n${service}-- db.service --\n[Unit]\nDescription=The %p of %H\nAfter=network.target\n${service}-- db.service.d/x.conf --\n[Unit]\nPartOf=app.service\n`,
    [
      "db.service: The db of %H",
      "Defined in db.service",
      "With db.service.d/x.conf",
      "Starts after network.target",
      "app.service starts after it",
      "- app.service has Wants=db.service in app.service:3",
      "- app.service has After=db.service in app.service:2",
      "- db.service has PartOf=app.service in db.service.d/x.conf:2",
    ],
  );
});

test("units that systemd ships", () => {
  checkHover(`[Unit]\nWants=network-online.tar<|>get\n${service}`, [
    "network-online.target",
    "Shipped with systemd 262",
    "Starts after network.target",
    "Neither it nor app.service says which of them starts first",
    "- app.service has Wants=network-online.target in app.service:2",
  ]);
});

test("targets come after what they pull in", () => {
  checkHover(`-- my.target --\n[Unit]\nWants=db.ser<|>vice\n-- db.service --\n${service}`, [
    "db.service",
    "Defined in db.service",
    "my.target starts after it",
    "- my.target has Wants=db.service in my.target:2",
  ]);
});

test("what systemd adds by itself", () => {
  checkHover(`[Service]\nSlice=a-b.sl<|>ice\nExecStart=/bin/a\n`, [
    "a-b.slice",
    "Made by systemd where it is needed",
    "app.service starts after it",
    "- Slice= of app.service implies InSlice=a-b.slice, After=a-b.slice, Requires=a-b.slice in app.service:2",
  ]);
});

test("units that are not there, or masked", () => {
  checkHover(`[Unit]\nWants=nope.ser<|>vice\n${service}`, [
    "nope.service",
    "Not found here, nor shipped with systemd 262",
    "- app.service has Wants=nope.service in app.service:2",
  ]);
  checkHover(`[Unit]\nWants=m.ser<|>vice\n${service}-- m.service --\n-> /dev/null\n`, [
    "m.service",
    "Masked by m.service",
    "- app.service has Wants=m.service in app.service:2",
  ]);
});

test("aliases", () => {
  checkHover(
    `[Unit]\nAfter=al<|>ias.service\n${service}-- db.service --\n${service}-- alias.service --\n-> db.service\n`,
    [
      "db.service",
      "Defined in db.service",
      "Also called alias.service",
      "app.service starts after it",
      "- app.service has After=db.service in app.service:2",
    ],
  );
});

test("in a template, the instance is anybody's", () => {
  const db = `-- db@.service --\n[Unit]\nDescription=Database %i\n${service}`;
  const expected = [
    "db@%i.service: Database %i",
    "Defined in db@.service",
    "An instance of db@.service",
    "Neither it nor app@%i.service says which of them starts first",
    "- app@%i.service has Wants=db@%i.service in app@.service:2",
  ];
  checkHover(`-- app@.service --\n[Unit]\nWants=db@.ser<|>vice\n${service}${db}`, expected);
  checkHover(`-- app@.service --\n[Unit]\nWants=d<|>b@%i.service\n${service}${db}`, expected);
  checkHover(`-- app@x.service --\n[Unit]\nWants=d<|>b@%i.service\n${service}${db}`, [
    "db@x.service: Database x",
    "Defined in db@.service",
    "An instance of db@.service",
    "Neither it nor app@x.service says which of them starts first",
    "- app@x.service has Wants=db@x.service in app@x.service:2",
  ]);
});

test("the unit itself, and units in drop-ins of a whole type", () => {
  checkHover(`[Unit]\nConflicts=app.ser<|>vice\n${service}`, [
    "app.service",
    "Defined in app.service",
    "This very unit",
  ]);
  checkHover(`-- service.d/x.conf --\n[Unit]\nAfter=basic.tar<|>get\n`, [
    "basic.target",
    "Shipped with systemd 262",
    "Starts after sysinit.target, sockets.target, paths.target, slices.target, tmp.mount",
  ]);
});

test("Markdown: what is foreign is code, and cannot break out", () => {
  const { snapshot, uri, offset } = marked(
    `[Unit]\nWants=db.ser<|>vice\n-- db.service --\n[Unit]\nDescription=a \`tick\` [x](y) <b>\n${service}`,
  );
  assert.equal(
    hover(snapshot, uri, offset, { clock, texts: noTexts })?.markdown.split("\n")[0],
    "`db.service`: ``a `tick` [x](y) <b>``",
  );
});
