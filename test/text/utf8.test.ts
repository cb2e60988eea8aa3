/** Bytes become text and the same bytes again, valid or not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUtf8, encodeUtf8, isEscapedByte } from "../../server/src/text/utf8.ts";

/** Checks a text for bytes written in hexadecimal, and the way back. */
function checkBytes(hex: string, text: string): void {
  const bytes = Buffer.from(hex.replaceAll(" ", ""), "hex");
  assert.equal(decodeUtf8(bytes), text, hex);
  assert.equal(Buffer.from(encodeUtf8(text)).toString("hex"), bytes.toString("hex"), hex);
}

test("valid UTF-8 is plain text", () => {
  checkBytes("", "");
  checkBytes("41 0a 00 7f", "A\n\0\x7f");
  checkBytes("c2 80 c3 a9 df bf", "\x80é\u07ff");
  checkBytes("e0 a0 80 e2 82 ac ed 9f bf ee 80 80 ef bf bf", "\u0800€\ud7ff\ue000\uffff");
  checkBytes("f0 90 80 80 f0 9f 98 80 f4 8f bf bf", "\u{10000}😀\u{10ffff}");
});

test("a byte order mark stays, wherever it stands", () => {
  checkBytes("ef bb bf 41", "\ufeffA");
  checkBytes("41 ef bb bf", "A\ufeff");
  checkBytes("ef bb bf ff", "\ufeff\udcff");
});

test("a byte that is no UTF-8 becomes a lone surrogate of its own", () => {
  checkBytes("ff", "\udcff");
  checkBytes("41 80 42", "A\udc80B");
  checkBytes("63 61 66 e9 0a", "caf\udce9\n");
  checkBytes("fe ff 00", "\udcfe\udcff\0");
});

test("sequences that are cut short", () => {
  checkBytes("c3", "\udcc3");
  checkBytes("e2 82", "\udce2\udc82");
  checkBytes("f0 9f 98", "\udcf0\udc9f\udc98");
  checkBytes("c3 41", "\udcc3A");
  checkBytes("e2 82 e2 82 ac", "\udce2\udc82€");
});

test("overlong forms, encoded surrogates, and what lies beyond Unicode", () => {
  checkBytes("c0 af", "\udcc0\udcaf");
  checkBytes("c1 bf", "\udcc1\udcbf");
  checkBytes("e0 80 af", "\udce0\udc80\udcaf");
  checkBytes("f0 80 80 af", "\udcf0\udc80\udc80\udcaf");
  checkBytes("ed a0 80", "\udced\udca0\udc80");
  checkBytes("ed bf bf", "\udced\udcbf\udcbf");
  checkBytes("f4 90 80 80", "\udcf4\udc90\udc80\udc80");
  checkBytes("f5 80 80 80", "\udcf5\udc80\udc80\udc80");
});

test("text around escaped bytes is kept", () => {
  checkBytes("f0 9f 98 80 ff f0 9f 98 80", "😀\udcff😀");
});

test("only U+DC80 to U+DCFF stand for bytes", () => {
  assert.deepEqual([0xdc7f, 0xdc80, 0xdcff, 0xdd00, 0x80, 0x41].map(isEscapedByte), [
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
});
