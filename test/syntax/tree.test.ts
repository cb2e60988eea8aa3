/** The trees of the files in `fixtures/syntax`, compared with their golden renderings; `UPDATE_EXPECT=1` writes these anew. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { parse, parseSkeleton } from "../../server/src/syntax/parse.ts";
import { print } from "../../server/src/syntax/print.ts";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";
import { leavesOf, renderTree } from "../support/tree.ts";

const folder = new URL("../../fixtures/syntax/", import.meta.url);
const files = readdirSync(folder).filter(name => /\.service(\.in)?$/.test(name));

test("there are files to compare, and no golden tree without its file", () => {
  assert.ok(files.length >= 11);
  const trees = readdirSync(folder).filter(name => name.endsWith(".tree"));
  assert.deepEqual(
    trees.filter(tree => !files.some(file => treeOf(file) === tree)),
    [],
  );
});

for (const name of files) {
  const text = decodeUtf8(readFileSync(new URL(name, folder)));
  const syntax = name.endsWith(".in") ? parseSkeleton(text) : parse(text);
  const rendered = renderTree(syntax);

  test(`${name}: the leaves make up the file`, () => {
    assert.equal(leavesOf(rendered), text);
    assert.equal(print(syntax), text);
  });

  test(`${name}: the tree`, () => {
    assert.equal(rendered, golden(treeOf(name), rendered));
  });
}

function treeOf(file: string): string {
  return file.replace(/\.service(\.in)?$/, ".tree");
}

/** The committed rendering; where there is none yet, the given one is written, which must not happen in CI. */
function golden(name: string, rendered: string): string {
  const url = new URL(name, folder);
  if (existsSync(url) && !process.env.UPDATE_EXPECT) return readFileSync(url, "utf8");
  assert.ok(!process.env.CI, `${name} is missing or to be renewed: run this test outside CI and commit what it writes`);
  writeFileSync(url, rendered);
  return rendered;
}
