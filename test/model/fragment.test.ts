/** From the name of a unit to its file and its other names. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { link, type Tree } from "../support/memory-host.ts";
import { related, unitSet } from "../support/unit-set.ts";

const service = "[Service]\nExecStart=/bin/true\n";

/** A unit in words: its id, how it is loaded, its other names. */
function told(name: string, files: Tree): string {
  const { id, load, names } = unitSet(files).unit(name);
  return [id, load, ...names.filter(other => other !== id).sort()].join(" ");
}

test("an alias is its unit, by either name", () => {
  const files: Tree = { "lib/app.service": service, "etc/web.service": link("/usr/lib/systemd/system/app.service") };
  assert.equal(told("web.service", files), "app.service loaded web.service");
  assert.equal(told("app.service", files), "app.service loaded web.service");
});

test("the name of a link's target counts, not the folder that it leads to", () => {
  const files: Tree = {
    "lib/app.service": service,
    "etc/app.service": "[Unit]\nWants=b.service\n[Service]\nExecStart=/bin/true\n",
    "lib/web.service": link("app.service"),
  };
  assert.deepEqual(related(unitSet(files), "web.service", "Wants"), ["b.service"]);
});

test("a template gives its instances a file, an alias of it other names", () => {
  const files: Tree = { "lib/a@.service": service, "lib/b@.service": link("a@.service") };
  assert.equal(told("a@x.service", files), "a@x.service loaded b@x.service");
  assert.equal(told("b@x.service", files), "a@x.service loaded b@x.service");
});

test("an instance with a file of its own is no alias of another", () => {
  const files: Tree = { "lib/a@.service": service, "lib/b@.service": link("a@.service"), "etc/b@x.service": service };
  assert.equal(told("a@x.service", files), "a@x.service loaded");
  assert.equal(told("b@x.service", files), "b@x.service loaded");
});

test("links to another type, or from a slice, are not taken", () => {
  const files: Tree = {
    "lib/app.service": service,
    "lib/app.socket": link("app.service"),
    "lib/web.slice": link("app.slice"),
    "lib/app.slice": "[Slice]\n",
  };
  assert.equal(told("app.socket", files), "app.socket not-found");
  assert.equal(told("web.slice", files), "web.slice loaded");
});

test("a link out of the search path is a unit of the link's own name", () => {
  const files: Tree = { "/opt/app/other.service": service, "etc/app.service": link("/opt/app/other.service") };
  assert.equal(told("app.service", files), "app.service loaded");
});

test("an empty file masks as a link to /dev/null does", () => {
  assert.equal(told("app.service", { "lib/app.service": service, "etc/app.service": "" }), "app.service masked");
  assert.equal(told("app.service", { "etc/app.service": link("/dev/null") }), "app.service masked");
});

test("slices need no file, scopes have none", () => {
  assert.equal(told("app.slice", {}), "app.slice loaded");
  assert.equal(told("app.scope", { "lib/app.scope": "[Scope]\n" }), "app.scope not-found");
});
