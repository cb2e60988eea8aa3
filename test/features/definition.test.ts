/** Where names of units and paths lead. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { declaration, definition } from "../../server/src/features/definition.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";
import { checkNavigationLaw } from "../support/navigation-law.ts";
import { renderedPlace } from "../support/rendered-places.ts";

/** The places to which the cursor leads. */
function checkDefinition(text: string, expected: readonly string[] | undefined, options?: MarkedOptions): void {
  const { snapshot, uri, offset } = marked(text, options);
  assert.deepEqual(definition(snapshot, uri, offset)?.places.map(renderedPlace), expected, text);
}

function checkDeclaration(text: string, expected: readonly string[]): void {
  const { snapshot, uri, offset } = marked(text);
  assert.deepEqual(declaration(snapshot, uri, offset)?.places.map(renderedPlace), expected, text);
}

const db = "-- db.service --\n# The database\n[Unit]\nDescription=Database\n[Service]\nExecStart=/usr/bin/db\n";
const template = "-- db@.service --\n[Service]\nExecStart=/usr/bin/db %i\n";

test("a unit's name leads to its fragment, in whichever value it stands", () => {
  checkDefinition(`[Unit]\nAfter=a.service d<|>b.service\n${db}`, ["db.service:2 [Unit]"]);
  checkDefinition(`[Install]\nAlso=db.serv<|>ice\n${db}`, ["db.service:2 [Unit]"]);
  checkDefinition(`-- app.timer --\n[Timer]\nUnit=db<|>.service\n${db}`, ["db.service:2 [Unit]"]);
  checkDefinition(`-- app.socket --\n[Socket]\nService=<|>db.service\n${db}`, ["db.service:2 [Unit]"]);
  checkDefinition("[Service]\nSockets=db.s<|>ocket\n-- db.socket --\n[Socket]\n", ["db.socket:1 [Socket]"]);
  checkDefinition("[Service]\nSlice=a.<|>slice\n-- a.slice --\n[Slice]\n", ["a.slice:1 [Slice]"]);
});

test("continuations, drop-ins and quotes", () => {
  checkDefinition(`[Unit]\nAfter=a.service \\\n# why\n  db.serv<|>ice\n${db}`, ["db.service:2 [Unit]"]);
  checkDefinition(`-- app.service.d/x.conf --\n[Unit]\nAfter=db.serv<|>ice\n${db}`, ["db.service:2 [Unit]"]);
  checkDefinition(`[Install]\nWantedBy="db.ser<|>vice"\n${db}`, ["db.service:2 [Unit]"]);
  checkDefinition(`[Install]\nAlias=db.ser<|>vice.wants/app.service\n${db}`, ["db.service:2 [Unit]"]);
});

test("an instance leads to its template, or to a file of its own", () => {
  checkDefinition(`[Unit]\nAfter=db@x.ser<|>vice\n${template}`, ["db@.service:1 [Service]"]);
  checkDefinition(`[Unit]\nAfter=db@%i.ser<|>vice\n${template}`, ["db@.service:1 [Service]"]);
  checkDefinition(`[Unit]\nAfter=db@.ser<|>vice\n${template}`, ["db@.service:1 [Service]"]);
  checkDefinition(`[Unit]\nAfter=db@x.ser<|>vice\n${template}-- db@x.service --\n[Unit]\n`, ["db@x.service:1 [Unit]"]);
});

test("specifiers that the file's name decides", () => {
  checkDefinition("[Unit]\nAfter=%p<|>.socket\n-- app.socket --\n[Socket]\n", ["app.socket:1 [Socket]"]);
  checkDefinition(`[Unit]\nAfter=%H<|>.service\n${db}`, undefined);
});

test("links lead to the real file, and Alias= to the unit that takes the name", () => {
  checkDefinition(`[Unit]\nAfter=store.ser<|>vice\n${db}-- store.service --\n-> db.service\n`, ["db.service:2 [Unit]"]);
  checkDefinition(`[Unit]\nAfter=store.ser<|>vice\n${db}[Install]\nAlias=store.service\n`, ["db.service:2 [Unit]"]);
  checkDefinition("[Unit]\nAfter=m.ser<|>vice\n-- m.service --\n-> /dev/null\n", []);
});

test("a unit that only has drop-ins, or nothing at all", () => {
  checkDefinition("[Unit]\nAfter=nowhere.ser<|>vice\n-- nowhere.service.d/a.conf --\n[Unit]\n", [
    "nowhere.service.d/a.conf:1 [Unit]",
  ]);
  checkDefinition("[Unit]\nAfter=nowhere.ser<|>vice\n", []);
});

test("stock units lie on this host, if systemd is installed there", () => {
  checkDefinition("[Unit]\nAfter=basic.ta<|>rget\n", []);
  const disk = { "/usr/lib/systemd/system/basic.target": "[Unit]\n", "/lib/systemd/system/getty@.service": "[Unit]\n" };
  checkDefinition("[Unit]\nAfter=basic.ta<|>rget\n", ["/usr/lib/systemd/system/basic.target"], { disk });
  checkDefinition("[Unit]\nAfter=getty@tty1.serv<|>ice\n", ["/lib/systemd/system/getty@.service"], { disk });
});

test("paths lead to text files", () => {
  const disk = { "/etc/app.env": "A=1\n", "/etc/app/a.env": "", "/etc/app/b.env": "", "/usr/bin/app": "\x7fELF" };
  checkDefinition("[Service]\nEnvironmentFile=-/etc/ap<|>p.env\n", ["/etc/app.env"], { disk });
  checkDefinition("[Service]\nEnvironmentFile=%E/ap<|>p.env\n", ["/etc/app.env"], { disk });
  checkDefinition("[Service]\nEnvironmentFile=%E/%<|>p.env\n", ["/etc/app.env"], { disk });
  checkDefinition("[Service]\nEnvironmentFile=/etc/app/*.e<|>nv\n", ["/etc/app/a.env", "/etc/app/b.env"], { disk });
  checkDefinition("[Service]\nExecStart=/usr/bin/a<|>pp\n", [], { disk });
  checkDefinition("[Service]\nExecStart=/usr/bin/app /etc/app.<|>env\n", ["/etc/app.env"], { disk });
  checkDefinition("[Service]\nEnvironmentFile=/etc/%<|>H.env\n", [], { disk });
  checkDefinition("[Service]\nType=sim<|>ple\n", undefined, { disk });
});

test("in a root, paths and units are those of the root", () => {
  const disk = {
    "/img/etc/app.env": "A=1\n",
    "/img/usr/lib/systemd/system/basic.target": "[Unit]\n",
    "/etc/app.env": "",
  };
  const options = { disk, settings: { roots: ["/img"] } };
  checkDefinition("[Service]\nEnvironmentFile=/etc/ap<|>p.env\n", ["/img/etc/app.env"], options);
  checkDefinition("[Unit]\nAfter=basic.tar<|>get\n", ["/img/usr/lib/systemd/system/basic.target"], options);
});

test("a declaration is all that makes a unit", () => {
  const store = `${db}[Install]\nAlias=store.service\n-- db.service.d/x.conf --\n[Service]\nRestart=no\n`;
  checkDeclaration(`[Unit]\nAfter=d<|>b.service\n${store}`, ["db.service:2 [Unit]", "db.service.d/x.conf:1 [Service]"]);
  checkDeclaration(`[Unit]\nAfter=stor<|>e.service\n${store}`, [
    "db.service:2 [Unit]",
    "db.service.d/x.conf:1 [Service]",
    "db.service:7 store.service",
  ]);
});

test("law: at any offset nothing throws, and spans lie in their files", () => {
  checkNavigationLaw((snapshot, uri, offset) => [
    ...(definition(snapshot, uri, offset)?.places ?? []),
    ...(declaration(snapshot, uri, offset)?.places ?? []),
  ]);
});
