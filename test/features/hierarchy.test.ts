/** What units need and wait for, and who needs and waits for them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type HierarchyUnit,
  needed,
  neededBy,
  prepareHierarchy,
  type Relation,
} from "../../server/src/features/call-hierarchy.ts";
import { startedAfter, startedBefore } from "../../server/src/features/type-hierarchy.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { marked } from "../support/marked.ts";
import { checkNavigationLaw } from "../support/navigation-law.ts";
import { renderedPlace } from "../support/rendered-places.ts";

type Ask = (snapshot: Snapshot, unit: HierarchyUnit) => readonly Relation[];

/** A line for each related unit: its name, why, where it lies, and how many places say so. */
function checkRelated(ask: Ask, text: string, expected: readonly string[]): void {
  const { snapshot, uri, offset } = marked(text);
  const unit = prepareHierarchy(snapshot, uri, offset);
  assert.ok(unit, text);
  assert.deepEqual(ask(snapshot, unit).map(rendered), expected, text);
}

function rendered({ unit: { name, detail, place }, places }: Relation): string {
  return `${name} (${detail}) ${renderedPlace(place)}${places.length === 0 ? "" : ` x${places.length}`}`;
}

test("the unit under the cursor, or that of the file", () => {
  const shown = (text: string) => {
    const { snapshot, uri, offset } = marked(text);
    const unit = prepareHierarchy(snapshot, uri, offset);
    return unit && `${unit.name} (${unit.detail}) ${renderedPlace(unit.place)}`;
  };
  assert.equal(shown("[Unit]\nDescription=The a<|>pp\n"), "app.service (The app) app.service:1 [Unit]");
  assert.equal(
    shown("[Unit]\nAfter=d<|>b.service\n-- db.service --\n[Service]\n"),
    "db.service () db.service:1 [Service]",
  );
  assert.equal(shown("[Unit]\nAfter=basic.ta<|>rget\n"), "basic.target () app.service:2 basic.target");
  assert.equal(shown("-- db@.service --\n[Un<|>it]\nDescription=Of %i\n"), "db@.service (Of %i) db@.service:1 [Unit]");
  assert.equal(shown("-- service.d/a.conf --\n[Un<|>it]\n"), undefined);
});

/** The set, with the cursor at a mark. */
function at(mark: string): string {
  return set.replace(mark, `${mark}<|>`);
}

const set = `[Unit]
Requires=db.service
Wants=db@x.service
After=db.service late.service
[Install]
WantedBy=multi-user.target
-- db.service --
[Unit]
-- db@.service --
[Service]
-- app.service.d/x.conf --
[Unit]
BindsTo=late.service
-- late.service --
[Unit]
Before=last.service
-- last.service --
[Unit]
-- app.socket --
[Socket]
ListenStream=1
-- sysinit.target.wants/late.service --
-> ../late.service
`;

test("what a unit needs, and where it says so", () => {
  checkRelated(needed, `-- app.service --\n${at("[Unit]")}`, [
    "db.service (Requires=) db.service:1 [Unit] x1",
    "db@x.service (Wants=) db@.service:1 [Service] x1",
    "late.service (BindsTo=) late.service:1 [Unit]",
  ]);
});

test("who needs a unit, by lines, links and [Install]", () => {
  checkRelated(neededBy, at("Requires=d"), ["app.service (Requires=) app.service:1 [Unit] x1"]);
  checkRelated(neededBy, at("After=db.service l"), [
    "app.service (BindsTo=) app.service:1 [Unit]",
    "sysinit.target (Wants=) late.service:1 [Unit]",
  ]);
  checkRelated(neededBy, at("[Unit]"), ["multi-user.target (Wants= when enabled) app.service:6 multi-user.target x1"]);
});

test("what starts before and after", () => {
  checkRelated(startedBefore, at("[Unit]"), [
    "app.socket (After= by default) app.socket:1 [Socket]",
    "db.service (After=) db.service:1 [Unit] x1",
    "late.service (After=) late.service:1 [Unit] x1",
  ]);
  checkRelated(startedAfter, at("After=db.service l"), [
    "app.service (After=) app.service:1 [Unit] x1",
    "last.service (After=) last.service:1 [Unit]",
  ]);
});

test("a template is asked about as itself", () => {
  const template = "-- db@.service --\n[Un<|>it]\nWants=log@%i.service\n-- log@.service --\n[Unit]\n";
  checkRelated(needed, template, ["log@.service (Wants=) log@.service:1 [Unit] x1"]);
});

test("law: at any offset nothing throws, and spans lie in their files", () => {
  checkNavigationLaw((snapshot, uri, offset) => {
    const unit = prepareHierarchy(snapshot, uri, offset);
    const related =
      unit === undefined || offset % 7 > 0
        ? []
        : [needed, neededBy, startedBefore, startedAfter].flatMap(ask => ask(snapshot, unit));
    return [...(unit === undefined ? [] : [unit.place]), ...related.map(({ unit }) => unit.place)];
  });
});
