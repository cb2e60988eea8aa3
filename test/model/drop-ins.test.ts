/** Which drop-ins and links count for a unit, and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dropInNames } from "../../server/src/model/drop-ins.ts";
import { link, type Tree } from "../support/memory-host.ts";
import { related, unitSet } from "../support/unit-set.ts";

const service = "[Service]\nExecStart=/bin/true\n";

/** The drop-ins of a unit as they count, by their places. */
function dropIns(name: string, files: Tree, version = 262): string[] {
  const { extras } = unitSet(files, version).unit(name);
  return extras.map(({ entry }) =>
    entry.path.replace("/etc/systemd/system/", "etc/").replace("/usr/lib/systemd/system/", "lib/"),
  );
}

test("folders of names, from the most specific to the least", () => {
  assert.deepEqual(dropInNames("a-b-c.service"), ["a-b-c.service", "a-b-.service", "a-.service"]);
  assert.deepEqual(dropInNames("a-b@x.service"), [
    "a-b@x.service",
    "a-b@.service",
    "a-.service",
    "a-@x.service",
    "a-@.service",
  ]);
  assert.deepEqual(dropInNames("db-.service"), ["db-.service"]);
});

test("an instance hears of the folders of plain names that its template's name begins with", () => {
  const files = { "lib/a-b@.service": service, "lib/a-.service.d/x.conf": "[Unit]\n", "lib/a-@.service.d/y.conf": "" };
  assert.deepEqual(dropIns("a-b@1.service", files), ["lib/a-.service.d/x.conf", "lib/a-@.service.d/y.conf"]);
});

test("of one file name the search path decides, then how specific the folder is; a whole type's comes last", () => {
  const files = {
    "lib/a-b.service": service,
    "lib/a-b.service.d/10.conf": "",
    "lib/a-.service.d/10.conf": "",
    "etc/a-.service.d/10.conf": "",
    "etc/service.d/10.conf": "",
    "etc/service.d/05.conf": "",
  };
  assert.deepEqual(dropIns("a-b.service", files), ["etc/service.d/05.conf", "etc/a-.service.d/10.conf"]);
});

test("only files that end with .conf, and none that are hidden", () => {
  const files = { "lib/a.service": service, "lib/a.service.d/a.txt": "", "lib/a.service.d/.b.conf": "" };
  assert.deepEqual(dropIns("a.service", files), []);
});

test("a masked unit has no drop-ins since 257", () => {
  const files: Tree = { "etc/a.service": link("/dev/null"), "etc/a.service.d/x.conf": "[Unit]\nWants=b.service\n" };
  assert.deepEqual(dropIns("a.service", files, 257), []);
  assert.deepEqual(dropIns("a.service", files, 252), ["etc/a.service.d/x.conf"]);
  assert.deepEqual(related(unitSet(files, 252), "a.service", "Wants"), ["b.service"]);
});

test("links in folders are dependencies; those to /dev/null and plain files are none", () => {
  const files: Tree = {
    "lib/a.target": "[Unit]\n",
    "lib/a.target.wants/b.service": link("../b.service"),
    "lib/a.target.wants/c.service": link("../c.service"),
    "etc/a.target.wants/c.service": link("/dev/null"),
    "lib/a.target.wants/d.service": "[Unit]\n",
    "lib/a.target.requires/e@.service": link("../e@.service"),
  };
  assert.deepEqual(related(unitSet(files), "a.target", "Wants"), ["b.service"]);
  assert.deepEqual(related(unitSet(files), "a.target", "Requires"), ["e@a.service"]);
});

test("folders that end with .upholds came with 254", () => {
  const files: Tree = { "lib/a.target": "[Unit]\n", "lib/a.target.upholds/b.service": link("../b.service") };
  assert.deepEqual(related(unitSet(files, 254), "a.target", "Upholds"), ["b.service"]);
  assert.deepEqual(related(unitSet(files, 252), "a.target", "Upholds"), []);
});
