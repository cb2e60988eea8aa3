/** Which contents count as binary. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";
import { looksBinary, looksUtf16 } from "../../server/src/workspace/binary.ts";

const unit = "[Service]\nExecStart=/usr/bin/app\n";

const text: Readonly<Record<string, Uint8Array>> = {
  "an empty file": bytes(""),
  "a unit": bytes(unit),
  "a unit with a byte order mark": bytes(`\ufeff${unit}`),
  "a unit with tabs, form feeds and CRLF": bytes("[Unit]\r\n\tDescription=x\r\n\f\r\n".repeat(10)),
  "a unit with a NUL": bytes(`${unit}# \0\n`),
  "a unit with a comment in Latin-1": latin1(`# Größe für Übung\n${unit}`),
  "a comment in Japanese, cut within a character by the end of the probe": bytes(`#${"説明".repeat(3000)}`),
  "emoji only": bytes("🚀🚀🚀🚀"),
  "binary after the first 8 KiB": bytes(`${"# text\n".repeat(1200)}${"\0".repeat(5000)}`),
  "a unit with NUL and LF NUL line ends": bytes("[Service]\0A=1\n\0B=2\n\0C=3\n\0"),
  "a tenth of control characters": bytes(`${"x".repeat(90)}${"\x01".repeat(10)}`),
};

const binary: Readonly<Record<string, Uint8Array>> = {
  "more than a tenth of control characters": bytes(`${"x".repeat(89)}${"\x01".repeat(11)}`),
  "more than a tenth of bytes that are not UTF-8": latin1(`${"x".repeat(89)}${"\xff".repeat(11)}`),
  "zeros only": new Uint8Array(600),
  "UTF-16": Uint8Array.from(bytes(unit), (byte, i) => (i % 2 ? 0 : byte)),
  "DEL only": bytes("\x7f\x7f"),
  "an ELF program": latin1(`\x7fELF${unit}`),
  "a gzip archive": latin1(`\x1f\x8b${unit}`),
  "a PNG picture": latin1(`\x89PNG${unit}`),
  "a zip archive": latin1(`PK\x03\x04${unit}`),
  "an xz archive": latin1(`\xfd7zXZ\0${unit}`),
  "a zstd archive": latin1(`(\xb5/\xfd${unit}`),
};

for (const [what, content] of Object.entries(text)) {
  test(`${what} is text`, () => assert.equal(looksBinary(decodeUtf8(content)), false));
}

for (const [what, content] of Object.entries(binary)) {
  test(`${what} is binary`, () => assert.equal(looksBinary(decodeUtf8(content)), true));
}

test("UTF-16 shows by its mark", () => {
  assert.equal(looksUtf16(decodeUtf8(Uint8Array.of(0xff, 0xfe, 0x5b, 0))), true);
  assert.equal(looksUtf16(decodeUtf8(Uint8Array.of(0xfe, 0xff, 0, 0x5b))), true);
  assert.equal(looksUtf16(`\ufeff${unit}`), false);
});

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function latin1(content: string): Uint8Array {
  return Uint8Array.from(content, character => character.charCodeAt(0));
}
