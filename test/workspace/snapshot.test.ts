/** What a snapshot shows of marked files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { marked } from "../support/marked.ts";

function found(snapshot: Snapshot, uri: string): string[] {
  return snapshot.findings(uri).map(({ rule, file, span }) => `${rule} ${file.text.slice(span.start, span.end)}`);
}

const app = `[Unit]
After=db.service

[Service]
ExecStart=/usr/bin/app
`;

test("the cursor stands in the file that it is marked in", () => {
  const { snapshot, uri, offset } = marked(`${app}-- b.service --\n[Service]\nExecStart=<|>/usr/bin/b\n`);
  const file = snapshot.file(uri);
  assert.equal(uri, "file:///units/b.service");
  assert.equal(file?.source.text.slice(offset), "/usr/bin/b\n");
  assert.equal(file?.version, 1);
});

test("a unit is merged with its drop-ins, which have findings of their own", () => {
  const { snapshot, uri } = marked(
    `${app}-- app.service.d/x.conf --\n[Service]\nExecStart=/usr/bin/other\nRestrat=no\n`,
  );
  assert.equal(snapshot.file(uri)?.unit?.dropIns.length, 1);
  assert.equal(snapshot.files.length, 2);
  assert.deepEqual(found(snapshot, "file:///units/app.service.d/x.conf"), [
    "duplicate-exec-start ExecStart",
    "unknown-directive Restrat",
  ]);
});

test("a template is judged as an instance", () => {
  const { snapshot, uri } = marked("-- app@.service --\n[Service]\nExecStart=/usr/bin/app %i<|>\n");
  assert.equal(snapshot.file(uri)?.unit?.id, "app@test_instance.service");
});

test("a drop-in of a whole type belongs to no unit", () => {
  const { snapshot, uri } = marked("-- service.d/x.conf --\n[Service]\nRestart=no<|>\n");
  assert.equal(snapshot.file(uri)?.unit, undefined);
  assert.equal(snapshot.file(uri)?.unitFile.name.unit, "service");
});

test("other spellings of a URI name the same file", () => {
  const { snapshot } = marked("-- app@.service --\n[Service]\nExecStart=/usr/bin/app\n");
  assert.equal(snapshot.file("file:///units/app%40.service"), snapshot.file("file:///units/app@.service"));
  assert.equal(snapshot.file("file:///units/other.service"), undefined);
});

test("texts of stock units lie nowhere", () => {
  const { snapshot, uri } = marked(app);
  const source = snapshot.file(uri)?.set.unit("basic.target").fragment?.source;
  assert.equal(source && snapshot.uriOf(source), undefined);
});
