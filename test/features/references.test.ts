/** Everywhere that a unit or a path is named. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { highlights } from "../../server/src/features/highlight.ts";
import { references } from "../../server/src/features/references.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";
import { checkNavigationLaw } from "../support/navigation-law.ts";
import { renderedPlace } from "../support/rendered-places.ts";

function checkReferences(text: string, expected: readonly string[] | undefined, options?: MarkedOptions): void {
  const { snapshot, uri, offset } = marked(text, options);
  assert.deepEqual(
    references(snapshot, uri, offset)?.map(renderedPlace).sort(),
    expected && [...expected].sort(),
    text,
  );
}

/** The highlighted pieces by their lines; `!` behind those that write. */
function checkHighlights(text: string, expected: readonly string[]): void {
  const { snapshot, uri, offset } = marked(text);
  const source = snapshot.file(uri)?.source;
  assert.ok(source);
  const shown = highlights(snapshot, uri, offset).map(
    ({ span, writes }) => renderedPlace({ uri: "", source, span }).replace(/^:/, "") + (writes ? "!" : ""),
  );
  assert.deepEqual(shown, expected, text);
}

test("values of all files, in lists, drop-ins and [Install]", () => {
  checkReferences(
    `[Unit]
After=d<|>b.service network.target
Requires=db.service
-- db.service --
[Unit]
Before=app.service
-- web.service.d/x.conf --
[Unit]
Wants=a.service \\
  db.service
-- web.service --
[Install]
Also=db.service
-- db.timer --
[Timer]
Unit=db.service
`,
    [
      "app.service:2 db.service",
      "app.service:3 db.service",
      "web.service.d/x.conf:3 db.service",
      "web.service:2 db.service",
      "db.timer:2 db.service",
    ],
  );
});

test("a header asks for the unit of the file", () => {
  checkReferences("[Un<|>it]\nDescription=App\n-- b.service --\n[Unit]\nAfter=app.service\n", [
    "b.service:2 app.service",
  ]);
  checkReferences("[Unit]\nDescr<|>iption=App\n", undefined);
});

test("aliases are the same unit", () => {
  checkReferences(
    "[Un<|>it]\n[Install]\nAlias=other.service\n-- b.service --\n[Unit]\nAfter=other.service app.service third.service\n-- third.service --\n-> app.service\n",
    [
      "app.service:3 other.service",
      "b.service:2 other.service",
      "b.service:2 app.service",
      "b.service:2 third.service",
      "third.service",
    ],
  );
});

test("links in folders name a unit", () => {
  checkReferences(
    "[Unit<|>]\n-- multi-user.target.wants/app.service --\n-> ../app.service\n-- b.target.requires/b.service --\n-> ../b.service\n",
    ["multi-user.target.wants/app.service"],
  );
});

test("a template counts its instances, an instance only itself", () => {
  const users =
    "-- a.service --\n[Unit]\nAfter=db@x.service db@y.service db@.service db@%H.service\n-- db@.service --\n[Service]\n";
  checkReferences(`[Unit]\nAfter=db@%<|>i.service\n${users}`, [
    "app.service:2 db@%i.service",
    "a.service:2 db@x.service",
    "a.service:2 db@y.service",
    "a.service:2 db@.service",
    "a.service:2 db@%H.service",
  ]);
  checkReferences(`[Unit]\nAfter=db@x<|>.service\n${users}`, [
    "app.service:2 db@x.service",
    "a.service:2 db@x.service",
  ]);
});

test("a unit of the same name in another folder is another unit", () => {
  checkReferences(
    "-- one/app.service --\n[Un<|>it]\n-- one/b.service --\n[Unit]\nAfter=app.service\n-- two/app.service --\n[Unit]\n-- two/c.service --\n[Unit]\nAfter=app.service\n",
    ["one/b.service:2 app.service"],
  );
});

test("paths are compared as written", () => {
  checkReferences(
    "[Service]\nEnvironmentFile=-/etc/ap<|>p.env\nExecStart=/bin/a /etc/app.env\n-- b.service --\n[Unit]\nConditionPathExists=/etc/app.env\n",
    ["app.service:2 /etc/app.env", "app.service:3 /etc/app.env", "b.service:2 /etc/app.env"],
  );
});

test("highlights of units, paths, keys and sections", () => {
  checkHighlights("[Unit]\nAfter=a.service d<|>b.service\nWants=db.service\n", ["2 db.service", "3 db.service"]);
  checkHighlights("[Unit]\nAfter=ot<|>her.service\n[Install]\nAlias=other.service\n", [
    "2 other.service",
    "4 other.service!",
  ]);
  checkHighlights("[Unit]\nAf<|>ter=a.service\nAfter=b.service\n[X-A]\nAfter=c\n", ["2 After!", "3 After!"]);
  checkHighlights("[Un<|>it]\n[Service]\n[Unit]\n", ["1 Unit", "3 Unit"]);
  checkHighlights("[Service]\nExecStart=/bin/a /et<|>c/x\nEnvironmentFile=/etc/x\n", ["2 /etc/x", "3 /etc/x"]);
  checkHighlights("[Service]\nType=<|>simple\n", []);
});

test("law: at any offset nothing throws, and spans lie in their files", () => {
  checkNavigationLaw((snapshot, uri, offset) => {
    const source = snapshot.file(uri)?.source;
    return [
      ...(references(snapshot, uri, offset, true) ?? []),
      ...highlights(snapshot, uri, offset).map(({ span }) => ({ span, ...(source && { source }) })),
    ];
  });
});
