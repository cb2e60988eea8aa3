/** Laws that hold for any text, tried with random ones. A text that breaks one is kept, as a JSON string, in `fixtures/syntax/fuzz-failures`. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { catalogAt } from "../server/src/catalog/catalog.ts";
import { unitTypes } from "../server/src/catalog/unit-types.ts";
import type { Finding } from "../server/src/lint/finding.ts";
import { lint } from "../server/src/lint/lint.ts";
import { defaultSettings } from "../server/src/lint/preset.ts";
import { readUnitFile } from "../server/src/model/unit-file.ts";
import { unitFileName } from "../server/src/model/unit-file-name.ts";
import { rules } from "../server/src/rules/index.ts";
import { parse, parseSkeleton } from "../server/src/syntax/parse.ts";
import { print } from "../server/src/syntax/print.ts";
import { lineStarts } from "../server/src/text/line-ends.ts";
import { SourceFile } from "../server/src/text/source-file.ts";
import { applyEdits } from "../server/src/text/text-edit.ts";
import { decodeUtf8, encodeUtf8 } from "../server/src/text/utf8.ts";
import { syntaxPieces, unitPieces } from "./support/pieces.ts";
import {
  assertAllFaithful,
  assertLossless,
  assertOrdered,
  assertReadAlike,
  assertWithin,
} from "./support/syntax-laws.ts";

const failures = new URL("../fixtures/syntax/fuzz-failures/", import.meta.url);

/** Any UTF-16, lone surrogates included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 80, size: "max" }).map(codes => String.fromCharCode(...codes));

const denseText = textOf(syntaxPieces);
const unitText = textOf(unitPieces);
const text = fc.oneof(anyText, denseText, unitText);

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xbb, 0xf0, 0x90, 0xf4, 0x8f, 0xff),
      { maxLength: 12 },
    )
    .map(values => Uint8Array.from(values)),
);

const paths = [
  ...unitTypes.map(type => `app.${type}`),
  ...unitTypes.map(type => `app.${type}.d/50-x.conf`),
  ...[
    "service.d/50-x.conf",
    "app@.service",
    "app@one.service",
    "user/app.service",
    "app.service.in",
    "app.service.d/50-x.conf.j2",
  ],
];

test("bytes survive decoding and encoding", () => {
  fc.assert(
    fc.property(bytes, bytes => assert.deepEqual([...encodeUtf8(decodeUtf8(bytes))], [...bytes])),
    { numRuns: 2000 },
  );
});

test("valid UTF-8 decodes to its text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), text => assert.equal(decodeUtf8(new TextEncoder().encode(text)), text)),
  );
});

test("a parsed text prints as itself: lines tile the text, and pieces their lines", () => {
  holds(text, text => {
    assertLossless(parse(text), text);
    assertLossless(parseSkeleton(text), text);
  });
});

test("the tree holds what a slow reading of the text finds", () => {
  holds(text, text => assertReadAlike(parse(text), text), 4000);
});

test("content, name, key and value lie in their line, in this order", () => {
  holds(text, text => {
    for (const syntax of [parse(text), parseSkeleton(text)]) assertOrdered(syntax);
  });
});

test("every character of a logical text stands in the source where it says", () => {
  holds(text, text => {
    for (const syntax of [parse(text), parseSkeleton(text)]) assertAllFaithful(syntax);
  });
});

test("lines start where read_line_full() says", () => {
  holds(text, text => assert.deepEqual(lineStarts(text), slowLineStarts(text)));
});

test("a position leads back to its offset", () => {
  holds(text, text => {
    const file = new SourceFile("app.service", text);
    const starts = slowLineStarts(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const { line, column } = file.position(offset);
      assert.equal((starts[line - 1] ?? Number.NaN) + column - 1, offset);
      assert.ok(offset < (starts[line] ?? Number.POSITIVE_INFINITY));
    }
  });
});

for (const path of paths) {
  test(`${path}: linting any text gives findings in place and fixes that apply`, () => {
    holds(fc.oneof(unitText, unitText, denseText, anyText), text => assertSound(path, text), 150);
  });
}

test("texts that once broke a law keep it", t => {
  const names = existsSync(failures) ? readdirSync(failures).filter(name => name.endsWith(".json")) : [];
  for (const name of names) {
    const text = JSON.parse(readFileSync(new URL(name, failures), "utf8")) as string;
    assert.equal(print(parse(text)), text, name);
    assert.equal(print(parseSkeleton(text)), text, name);
    for (const path of paths) assertSound(path, text);
  }
  t.diagnostic(`${names.length} texts`);
});

function assertSound(path: string, text: string): void {
  const inFile = { start: 0, end: text.length };
  for (const { span, line, related, fixes, message } of findingsIn(path, text)) {
    assertWithin(inFile, line.span);
    assertWithin(line.span, span);
    for (const { span } of related) assertWithin(inFile, span);
    assert.match(message, /^[^\n]*[^.\n]$/);
    for (const { edits } of fixes.flatMap(({ edits }) => edits)) {
      for (const { span } of edits) assertWithin(inFile, span);
      applyEdits(text, edits);
    }
  }
}

function findingsIn(path: string, text: string): Finding[] {
  const name = unitFileName(path);
  assert.ok(name);
  return lint(readUnitFile(new SourceFile(path, text), name, catalogAt(262)), rules, {
    settings: defaultSettings,
    target: "262",
  });
}

/** As the comment above read_line_full() (src/basic/fileio.c) lists the line ends, the longest first. */
function slowLineStarts(text: string): number[] {
  const ends = ["\r\n\0", "\n\r\0", "\n\0", "\r\0", "\r\n", "\n\r", "\n", "\r", "\0"];
  const starts = [0];
  for (let at = 0; at < text.length; ) {
    const end = ends.find(end => text.startsWith(end, at));
    at += end?.length ?? 1;
    if (end !== undefined) starts.push(at);
  }
  return starts;
}

/** Texts put together from the given pieces. */
function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 60, size: "max" }).map(chosen => chosen.join(""));
}

/** Tries a law; the smallest text that breaks it is kept for the next time. */
function holds(texts: fc.Arbitrary<string>, law: (text: string) => void, numRuns = 2000): void {
  const result = fc.check(fc.property(texts, law), { numRuns });
  const broken = result.counterexample?.[0];
  if (broken !== undefined) keep(broken);
  assert.ok(!result.failed, fc.defaultReportMessage(result));
}

function keep(text: string): void {
  mkdirSync(failures, { recursive: true });
  const json = JSON.stringify(text);
  const name = createHash("sha256").update(json).digest("hex").slice(0, 12);
  writeFileSync(new URL(`${name}.json`, failures), `${json}\n`);
}
