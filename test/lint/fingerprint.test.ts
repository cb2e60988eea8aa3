/** Fingerprints: what changes them and what does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fingerprints, plainPath } from "../../server/src/lint/fingerprint.ts";
import { stableHash } from "../../server/src/text/stable-hash.ts";
import { findingAt, type Told } from "../support/findings.ts";

function printOf(marked: string, told: Told = {}, path = "units/app.service"): string | undefined {
  return fingerprints([findingAt(path, marked, told)])[0];
}

const plain = printOf("[Service]\n«ExecStat»=/bin/a  b\n");

test("lines above, blanks and continuations leave it", () => {
  assert.equal(printOf("# new\n\n[Unit]\nDescription=x\n\n[Service]\nType=simple\n«ExecStat»=/bin/a  b\n"), plain);
  assert.equal(printOf("[Service]\n  «ExecStat» =  /bin/a b  \n"), plain);
  assert.equal(printOf("[Service]\n«ExecStat»=/bin/a \\\n# why\n  b\n"), plain);
  assert.equal(printOf("[Service]\r\n«ExecStat»=/bin/a b\r\n"), plain);
  assert.equal(printOf("[Service]\n«ExecStat»=/bin/a b\n", {}, "./units/app.service"), plain);
  assert.equal(printOf("[Service]\n«ExecStat»=/bin/a b\n", { message: "In other words" }), plain);
});

test("another rule, file or text changes it", () => {
  const others = [
    printOf("[Service]\n«ExecStat»=/bin/a c\n"),
    printOf("[Service]\n«ExecStat»=/bin/a b\n", { rule: "invalid-value" }),
    printOf("[Service]\n«ExecStat»=/bin/a b\n", {}, "app.service"),
  ];
  assert.equal(new Set([plain, ...others]).size, 4);
});

test("what stands on a header is told apart by its message, whatever lines that names", () => {
  const onHeader = (message: string) => printOf("[«Service»]\nExecStart=/bin/a\n", { message });
  assert.equal(onHeader("Set at line 8"), onHeader("Set at line 11"));
  assert.notEqual(onHeader("PrivateTmp= is not set"), onHeader("PrivateUsers= is not set"));
});

test("findings that are alike are counted in their file", () => {
  const one = findingAt("a.service", "[Service]\n«Restar»=no\n");
  const same = findingAt("a.service", "[Service]\nType=simple\n«Restar»=no\n");
  const elsewhere = findingAt("b.service", "[Service]\n«Restar»=no\n");
  const [first, second, third] = fingerprints([one, same, elsewhere]);
  assert.equal(first, fingerprints([same])[0]);
  assert.equal(third, fingerprints([elsewhere])[0]);
  assert.equal(new Set([first, second, third]).size, 3);
});

test("paths by another name", () => {
  const [moved] = fingerprints([findingAt("/srv/ci/units/app.service", "[Service]\n«ExecStat»=/bin/a b\n")], path =>
    path.replace("/srv/ci/", ""),
  );
  assert.equal(moved, plain);
  assert.equal(plainPath("././units//./x/a.service"), "units/x/a.service");
});

test("the hash is the same in every release, and hardly ever the same for two texts", () => {
  assert.equal(stableHash(""), "5795c1710cf07885");
  assert.equal(stableHash("unit"), "b69fdbd5f559eab0");
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => one === other || stableHash(one) !== stableHash(other)),
  );
  const many = Array.from({ length: 200_000 }, (_, i) => stableHash(`rule\nunits/app-${i}.service\nExecStat=x\n0`));
  assert.equal(new Set(many).size, many.length);
});
