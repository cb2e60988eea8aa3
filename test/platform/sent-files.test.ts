/** The file system of what was sent, as the core sees it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { newSentFiles } from "../../server/src/platform/sent-files.ts";

function holding(files: Readonly<Record<string, string | { readonly link: string }>>) {
  const sent = newSentFiles();
  for (const [path, content] of Object.entries(files))
    sent.put(path, typeof content === "string" ? { bytes: new TextEncoder().encode(content) } : content);
  return sent;
}

test("folders are there as long as something lies in them", () => {
  const { host, put } = holding({ "/w/b/x.service": "x", "/w/a.service": "a" });
  assert.deepEqual(host.list("/w"), {
    entries: [
      { name: "a.service", kind: "file" },
      { name: "b", kind: "folder" },
    ],
  });
  assert.deepEqual(host.list("/"), { entries: [{ name: "w", kind: "folder" }] });
  put("/w/b/x.service", undefined);
  assert.equal(host.kind("/w/b"), "missing");
  assert.equal(host.kind("/w"), "folder");
  put("/w/never.service", undefined);
  put("/w/a.service", undefined);
  assert.equal(host.kind("/w"), "missing");
  assert.ok("problem" in host.list("/"));
});

test("contents, and only the beginning of them", () => {
  const { host } = holding({ "/w/a.service": "[Unit]\n" });
  assert.deepEqual(host.read("/w/./a.service"), { bytes: new TextEncoder().encode("[Unit]\n") });
  assert.deepEqual(host.readStart("/w/a.service", 3), { bytes: new TextEncoder().encode("[Un") });
  assert.ok("problem" in host.read("/w"));
  assert.ok("problem" in host.read("/w/b.service"));
  assert.ok("problem" in host.list("/w/a.service"));
});

test("links are followed, and lead back to themselves at worst", () => {
  const { host } = holding({
    "/w/a.service": "a",
    "/w/b.wants/a.service": { link: "../a.service" },
    "/w/gone.service": { link: "nowhere.service" },
    "/w/x.service": { link: "y.service" },
    "/w/y.service": { link: "x.service" },
  });
  assert.equal(host.linkTarget("/w/b.wants/a.service"), "../a.service");
  assert.equal(host.linkTarget("/w/a.service"), undefined);
  assert.equal(host.realPath("/w/b.wants/a.service"), "/w/a.service");
  assert.deepEqual(host.list("/w/b.wants"), { entries: [{ name: "a.service", kind: "link" }] });
  assert.equal(host.kind("/w/gone.service"), "dangling link");
  assert.equal(host.realPath("/w/gone.service"), undefined);
  assert.equal(host.kind("/w/x.service"), "link loop");
});
