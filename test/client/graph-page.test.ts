/** The graph's page, as far as it needs no browser: where one looks, what is found, what is said. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  fit,
  lookAt,
  nearestTowards,
  pan,
  pinch,
  reveal,
  zoom,
} from "../../client/vscode/src/webviews/graph/camera.ts";
import { readAsked, readSubject } from "../../client/vscode/src/webviews/graph/messages.ts";
import { describeUnit, neighboursOf, summaryOf, unitsFound } from "../../client/vscode/src/webviews/graph/search.ts";

const window = { width: 800, height: 600 };

test("a drawing fits into the window, in its middle, and a small one is not blown up", () => {
  assert.deepEqual(fit({ width: 1504, height: 100 }, window), { scale: 0.5, left: 24, top: 275 });
  assert.deepEqual(fit({ width: 10, height: 10 }, window), { scale: 1.4, left: 393, top: 293 });
});

const camera = fc.record({
  left: fc.integer({ min: -2000, max: 2000 }),
  top: fc.integer({ min: -2000, max: 2000 }),
  scale: fc.double({ min: 0.05, max: 6, noNaN: true }),
});
const spot = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });
const near = (one: number, other: number) => assert.ok(Math.abs(one - other) < 1e-6 * (1 + Math.abs(other)));

test("zooming keeps what is under the pointer there, and stays within limits", () => {
  fc.assert(
    fc.property(camera, fc.double({ min: 0.01, max: 100, noNaN: true }), spot, (before, factor, at) => {
      const after = zoom(before, factor, at);
      assert.ok(after.scale >= 0.05 && after.scale <= 6);
      near((at.x - after.left) / after.scale, (at.x - before.left) / before.scale);
      near((at.y - after.top) / after.scale, (at.y - before.top) / before.scale);
    }),
  );
});

test("two fingers that keep their distance pan", () => {
  fc.assert(
    fc.property(camera, spot, spot, spot, (before, one, other, by) => {
      const moved = pinch(
        before,
        [one, other],
        [
          { x: one.x + by.x, y: one.y + by.y },
          { x: other.x + by.x, y: other.y + by.y },
        ],
      );
      const panned = pan(before, by);
      near(moved.left, panned.left);
      near(moved.top, panned.top);
    }),
  );
  assert.equal(
    pinch(
      { left: 0, top: 0, scale: 1 },
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
      ],
    ).scale,
    2,
  );
});

test("what is revealed is seen, with as little movement as that takes", () => {
  const box = { x: 900, y: 10, width: 60, height: 20 };
  assert.deepEqual(reveal({ left: 0, top: 0, scale: 1 }, box, window), { scale: 1, left: -192, top: 22 });
  const inside = { x: 100, y: 100, width: 60, height: 20 };
  assert.deepEqual(reveal({ left: 0, top: 0, scale: 1 }, inside, window), { left: 0, top: 0, scale: 1 });
  assert.deepEqual(lookAt({ left: 0, top: 0, scale: 0.1 }, box, window), { scale: 0.9, left: -437, top: 282 });
});

test("arrow keys find the unit that lies ahead", () => {
  const places = [
    { name: "right", x: 100, y: 5 },
    { name: "far", x: 300, y: 0 },
    { name: "above", x: 10, y: -50 },
    { name: "aside", x: 60, y: 90 },
  ];
  const towards = (direction: "left" | "right" | "up" | "down") =>
    nearestTowards({ x: 0, y: 0 }, places, direction)?.name;
  assert.deepEqual(
    [towards("right"), towards("up"), towards("down"), towards("left")],
    ["right", "above", "right", undefined],
  );
});

const unit = (name: string, more: object = {}) => ({
  name,
  type: "service",
  note: "",
  own: true,
  cyclic: false,
  ...more,
});
const line = (from: string, to: string) => ({ from, to, kind: "Wants", cyclic: false, says: "" });
const picture = {
  unit: "a.service",
  units: [
    unit("a.service", { uri: "file:///a.service", cyclic: true }),
    unit("b.service", { note: "not found" }),
    unit("c.timer"),
  ],
  lines: [line("a.service", "b.service"), line("c.timer", "a.service")],
  cycles: [["a.service", "a.service"]],
  leftOut: 3,
  tooLarge: false,
  svg: null,
};

test("units are found by all words of a search", () => {
  const names = (text: string) => unitsFound(picture.units, text).map(({ name }) => name);
  assert.deepEqual(names("SERV"), ["a.service", "b.service"]);
  assert.deepEqual(names("serv b"), ["b.service"]);
  assert.deepEqual(names("  "), []);
});

test("neighbours, and what is said of units and pictures", () => {
  assert.deepEqual([...neighboursOf(picture, "a.service")], ["a.service", "b.service", "c.timer"]);
  assert.deepEqual([...neighboursOf(picture, "b.service")], ["b.service", "a.service"]);
  assert.deepEqual(picture.units.map(describeUnit), [
    "a.service, in an ordering cycle",
    "b.service, not found, no file here",
    "c.timer, no file here",
  ]);
  assert.equal(summaryOf(picture), "3 units · 2 lines · 3 usual or implied not shown · 1 ordering cycle");
});

test("messages of the page are read, and nonsense is dropped", () => {
  assert.deepEqual(readAsked({ type: "open", name: "a.service", more: 1 }), { type: "open", name: "a.service" });
  assert.deepEqual(readAsked({ type: "scope", scope: "all" }), { type: "scope", scope: "all" });
  assert.deepEqual(readAsked({ type: "about" }), { type: "about" });
  assert.deepEqual(readAsked({ type: "text", format: "dot" }), { type: "text", format: "dot" });
  for (const odd of [null, 7, "open", {}, { type: "open" }, { type: "open", name: 7 }, { type: "scope", scope: "x" }])
    assert.equal(readAsked(odd), undefined);
  assert.equal(readAsked({ type: "open", name: "a".repeat(5000) }), undefined);
  fc.assert(fc.property(fc.anything(), message => void [readAsked(message), readSubject(message)]));
  assert.deepEqual(readSubject({ subject: { uri: "file:///a", scope: "x", about: 7 } }), {
    uri: "file:///a",
    scope: "unit",
  });
  assert.equal(readSubject({ subject: {} }), undefined);
});
