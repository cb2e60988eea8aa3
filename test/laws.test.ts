/** Laws that hold for any text, tried with random ones. A text that breaks one is kept, as a JSON string, in `fixtures/syntax/fuzz-failures`. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { catalogAt } from "../server/src/catalog/catalog.ts";
import { unitTypes } from "../server/src/catalog/unit-types.ts";
import { type Finding, logicalLines } from "../server/src/lint/finding.ts";
import { lint } from "../server/src/lint/lint.ts";
import { defaultSettings } from "../server/src/lint/preset.ts";
import { readUnitFile } from "../server/src/model/unit-file.ts";
import { unitFileName } from "../server/src/model/unit-file-name.ts";
import { rules } from "../server/src/rules/index.ts";
import type { LogicalText } from "../server/src/syntax/logical-text.ts";
import { parse, parseSkeleton } from "../server/src/syntax/parse.ts";
import { PLACEHOLDER } from "../server/src/syntax/placeholders.ts";
import { linesOf, print } from "../server/src/syntax/print.ts";
import type { LineSyntax, UnitSyntax } from "../server/src/syntax/tree.ts";
import { lineStarts } from "../server/src/text/line-ends.ts";
import { SourceFile } from "../server/src/text/source-file.ts";
import type { Span } from "../server/src/text/span.ts";
import { applyEdits } from "../server/src/text/text-edit.ts";
import { decodeUtf8, encodeUtf8 } from "../server/src/text/utf8.ts";
import { type ReadLine, readSlowly } from "./support/slow-reading.ts";

const failures = new URL("../fixtures/syntax/fuzz-failures/", import.meta.url);

/** Any UTF-16, lone surrogates included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 80, size: "max" }).map(codes => String.fromCharCode(...codes));

/** Texts of the characters that mean something to the parser. */
const denseText = textOf([
  ..."[]=#;\\ \t\r\n\0\"'{}%@<>abX-",
  "\ufeff",
  "\ud83d",
  "\ude00",
  "\udcff",
  "\ufffe",
  "é",
  "😀",
]);

/** Texts of the words that mean something to the rules. */
const unitText = textOf([
  ..."\n\n\n==\\ \t\r#;\"'-",
  ...["[Unit]\n", "[Service]\n", "[Install]\n", "[Timer]\n", "[X-Mine]\n", "[Unknown]\n", "[Unit\n", "[]\n"],
  ...[
    "Description=",
    "After=",
    "ExecStart=",
    "Restart=",
    "Type=",
    "User=",
    "Environment=",
    "WantedBy=",
    "ExecStat=",
    "X-Key=",
  ],
  ...[
    "always",
    "/bin/a",
    " # note",
    " ; note",
    " \\\n",
    " \\ \n",
    "\\\r\n",
    "# note\n",
    "; note\n",
    "a.service",
    "\0",
    "\ufeff",
    "\\n",
    "\\x0a",
  ],
  ...["@NAME@", "{{ x }}", "{% if x %}\n", "{# x #}", "<%= x %>", "--flag\n"],
]);

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

test("a parsed text prints as itself", () => {
  holds(text, text => {
    assert.equal(print(parse(text)), text);
    assert.equal(print(parseSkeleton(text)), text);
  });
});

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

test("lines tile the text, and pieces their lines", () => {
  holds(text, text => {
    for (const syntax of [parse(text), parseSkeleton(text)]) {
      const lines = [...linesOf(syntax)];
      assertTiles(
        { start: 0, end: text.length },
        lines.map(({ span }) => span),
      );
      for (const { span, pieces } of lines)
        assertTiles(
          span,
          pieces.map(({ span }) => span),
        );
    }
  });
});

test("the tree holds what a slow reading of the text finds", () => {
  holds(text, text => assert.deepEqual(readTree(text), readSlowly(text)), 4000);
});

test("content, name, key and value lie in their line, in this order", () => {
  holds(text, text => {
    for (const syntax of [parse(text), parseSkeleton(text)]) {
      for (const line of linesOf(syntax)) {
        for (const { span } of logicalTexts(line)) assertWithin(line.span, span);
        if (line.kind !== "entry") continue;
        assertWithin(line.content.span, line.key.span);
        assertWithin(line.content.span, line.value.span);
        assert.ok(line.key.span.end <= line.value.span.start);
      }
    }
  });
});

test("every character of a logical text stands in the source where it says", () => {
  holds(text, text => {
    for (const syntax of [parse(text), parseSkeleton(text)]) {
      for (const line of linesOf(syntax)) {
        for (const logical of logicalTexts(line)) assertFaithful(logical, line, syntax);
      }
    }
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

/** The tree of a text in the form of a slow reading. */
function readTree(text: string): ReadLine[] {
  const file = new SourceFile("app.service", text);
  return [...linesOf(parse(text))].flatMap(syntax => {
    if (!("content" in syntax)) return [];
    const { last: line } = logicalLines(file, syntax);
    const kind = syntax.kind === "header" && !syntax.closed ? "unclosed" : syntax.kind;
    const texts = syntax.kind === "entry" ? [syntax.key.text, syntax.value.text] : [syntax.content.text];
    return [{ kind, line, texts }];
  });
}

/** The texts that systemd sees of a line. */
function logicalTexts(line: LineSyntax): LogicalText[] {
  switch (line.kind) {
    case "entry":
      return [line.content, line.key, line.value];
    case "header":
      return [line.content, line.name];
    case "missing-equals":
    case "missing-key":
    case "not-utf8":
      return [line.content];
    default:
      return [];
  }
}

/** Each character maps to its like; the blank of a continuation to its backslash, and a mask into its placeholder. */
function assertFaithful(logical: LogicalText, line: LineSyntax, { text, placeholders }: UnitSyntax): void {
  let before = line.span.start - 1;
  for (let i = 0; i < logical.text.length; i++) {
    const { start, end } = logical.toSource({ start: i, end: i + 1 });
    assert.ok(start > before, "the order is kept");
    assert.equal(end, start + 1);
    before = start;
    const [is, was] = [logical.text.charAt(i), text.charAt(start)];
    if (is === was) continue;
    if (is === PLACEHOLDER) assert.ok(placeholders.some(mask => mask.start <= start && start < mask.end));
    else assert.deepEqual([is, was, /^(?:[\r\n\0]|$)/.test(text.slice(end, end + 1))], [" ", "\\", true]);
  }
}

function assertTiles({ start, end }: Span, spans: readonly Span[]): void {
  assert.deepEqual([start, ...spans.map(span => span.end)], [...spans.map(span => span.start), end]);
}

function assertWithin(outer: Span, { start, end }: Span): void {
  assert.ok(
    outer.start <= start && start <= end && end <= outer.end,
    `${start}…${end} lies outside ${outer.start}…${outer.end}`,
  );
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
