/** The picture of dependencies, as a page draws it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dependencyPicture, type PictureScope } from "../../server/src/features/dependency-picture.ts";
import { marked } from "../support/marked.ts";

function pictureOf(text: string, scope: PictureScope = "unit", about?: string) {
  const { snapshot, uri } = marked(text);
  const picture = dependencyPicture(snapshot, uri, { scope, about });
  assert.ok(picture !== undefined);
  return picture;
}

const circle = `[Unit]
Requires=b.service
After=b.service
[Service]
ExecStart=/bin/a
-- b.service --
[Unit]
After=c.service
[Service]
ExecStart=/bin/b
-- c.service --
[Unit]
After=app.service
Wants=gone.service
[Service]
ExecStart=/bin/c
-- far.service --
[Unit]
After=b.service
[Service]
ExecStart=/bin/far
`;

test("a unit, its neighbours, and every step of the cycles through it", () => {
  const { unit, units, lines, cycles } = pictureOf(circle);
  assert.equal(unit, "app.service");
  assert.deepEqual(
    lines.map(({ from, to, kind, cyclic }) => `${from} ${to} ${kind} ${cyclic}`),
    ["app.service b.service Requires true", "b.service c.service After true", "c.service app.service After true"],
  );
  assert.deepEqual(cycles, [["app.service", "b.service", "c.service"]]);
  assert.deepEqual(
    units.map(({ name, own, cyclic, uri }) => ({ name, own, cyclic, uri })),
    ["app.service", "b.service", "c.service"].map(name => ({
      name,
      own: name === "app.service",
      cyclic: true,
      uri: `file:///units/${name}`,
    })),
  );
});

test("all units of the folder, or another one by its name", () => {
  const all = pictureOf(circle, "all");
  assert.deepEqual(
    all.units.map(({ name, note }) => `${name} ${note}`),
    ["app.service ", "b.service ", "c.service ", "far.service ", "gone.service not found"],
  );
  const other = pictureOf(circle, "unit", "far.service");
  assert.equal(other.unit, "far.service");
  assert.deepEqual(
    other.lines.map(({ from, to, says }) => ({ from, to, says })),
    [
      {
        from: "far.service",
        to: "b.service",
        says: "far.service → b.service\nfar.service: After (/units/far.service:2)",
      },
    ],
  );
});

test("classes tell a style sheet what is what, and there is no background", () => {
  const { dot = "" } = pictureOf(circle);
  assert.match(dot, /bgcolor="transparent"/);
  assert.match(dot, /"app\.service" \[.*class="unit service own cyclic"\]/);
  assert.match(dot, /"app\.service" -> "b\.service" \[.*class="line Requires cyclic"\]/);
  assert.doesNotMatch(dot, /cluster_legend/);
});

test("what takes long to lay out is not drawn", () => {
  const many = Array.from({ length: 310 }, (_, i) => `-- u${i}.service --\n[Service]\nExecStart=/bin/u\n`).join("");
  const { dot, units } = pictureOf(`${circle}${many}`, "all");
  assert.equal(dot, undefined);
  assert.ok(units.length > 300);
});

test("no picture of what is no unit file", () => {
  const { snapshot, uri } = marked(circle);
  assert.equal(dependencyPicture(snapshot, "file:///units/x.txt", { scope: "unit" }), undefined);
  assert.equal(dependencyPicture(snapshot, uri, { scope: "unit", about: "no name" }), undefined);
});
