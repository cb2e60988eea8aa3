/** Laws of syntax: nothing of a text is lost, everything lies where it says, and the tree holds what a slow reading finds. */
import assert from "node:assert/strict";
import { logicalLines } from "../../server/src/lint/finding.ts";
import type { LogicalText } from "../../server/src/syntax/logical-text.ts";
import { PLACEHOLDER } from "../../server/src/syntax/placeholders.ts";
import { linesOf, print } from "../../server/src/syntax/print.ts";
import type { LineSyntax, UnitSyntax } from "../../server/src/syntax/tree.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import type { Span } from "../../server/src/text/span.ts";
import { type ReadLine, readSlowly } from "./slow-reading.ts";

/** Holds a tree against its text. */
export function assertLossless(syntax: UnitSyntax, text: string): void {
  assert.equal(print(syntax), text);
  let end = 0;
  for (const { span, pieces } of linesOf(syntax)) {
    assertNext(span, end);
    end = span.start;
    for (const piece of pieces) {
      assertNext(piece.span, end);
      end = piece.span.end;
    }
    assert.equal(end, span.end, "pieces tile their line");
  }
  assert.equal(end, text.length, "lines tile the text");
}

function assertNext({ start, end }: Span, before: number): void {
  if (start !== before || end < start) assert.fail(`${start}…${end} stands behind ${before}`);
}

/** Content, name, key and value lie in their line, in this order. */
export function assertOrdered(syntax: UnitSyntax): void {
  for (const line of linesOf(syntax)) {
    for (const { span } of logicalTexts(line)) assertWithin(line.span, span);
    if (line.kind !== "entry") continue;
    assertWithin(line.content.span, line.key.span);
    assertWithin(line.content.span, line.value.span);
    assert.ok(line.key.span.end <= line.value.span.start, "the key stands before the value");
  }
}

/** Every character of a logical text stands in the source where it says. */
export function assertAllFaithful(syntax: UnitSyntax): void {
  for (const line of linesOf(syntax)) for (const logical of logicalTexts(line)) assertFaithful(logical, line, syntax);
}

/** The tree of a text that is no skeleton holds what a slow reading finds. */
export function assertReadAlike(syntax: UnitSyntax, text: string): void {
  const [ours, slow] = [readTree(syntax, text), readSlowly(text)];
  if (JSON.stringify(ours) !== JSON.stringify(slow)) assert.deepEqual(ours, slow);
}

/** Fails where a span does not lie in another. */
export function assertWithin(outer: Span, { start, end }: Span): void {
  if (outer.start <= start && start <= end && end <= outer.end) return;
  assert.fail(`${start}…${end} lies outside ${outer.start}…${outer.end}`);
}

/** The tree of a text in the form of a slow reading. */
function readTree(syntax: UnitSyntax, text: string): ReadLine[] {
  const file = new SourceFile("app.service", text);
  return [...linesOf(syntax)].flatMap(line => {
    if (!("content" in line)) return [];
    const { last } = logicalLines(file, line);
    const kind = line.kind === "header" && !line.closed ? "unclosed" : line.kind;
    const texts = line.kind === "entry" ? [line.key.text, line.value.text] : [line.content.text];
    return [{ kind, line: last, texts }];
  });
}

/** The texts that systemd sees of a line. */
function logicalTexts(line: LineSyntax): readonly LogicalText[] {
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
    if (start <= before || end !== start + 1) assert.fail(`character ${i} stands at ${start}…${end} behind ${before}`);
    before = start;
    const [is, was] = [logical.text.charAt(i), text.charAt(start)];
    if (is === was) continue;
    if (is === PLACEHOLDER) assert.ok(placeholders.some(mask => mask.start <= start && start < mask.end));
    else assert.deepEqual([is, was, /^(?:[\r\n\0]|$)/.test(text.slice(end, end + 1))], [" ", "\\", true]);
  }
}
