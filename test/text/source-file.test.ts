/** Lines and columns of a text, whatever ends its lines. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lineStarts } from "../../server/src/text/line-ends.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";

/** Checks `line:column` of the place marked with `|`. */
function checkPosition(marked: string, expected: string): void {
  const file = new SourceFile("app.service", marked.replace("|", ""));
  const { line, column } = file.position(marked.indexOf("|"));
  assert.equal(`${line}:${column}`, expected, JSON.stringify(marked));
}

/** Checks the lines of a text without their ends. */
function checkLines(text: string, lines: readonly string[]): void {
  const file = new SourceFile("app.service", text);
  const found = Array.from({ length: file.lineCount }, (_, i) => file.lineSpan(i + 1)).map(({ start, end }) =>
    text.slice(start, end),
  );
  assert.deepEqual(found, lines, JSON.stringify(text));
}

test("positions start at 1:1 and count line feeds", () => {
  checkPosition("|", "1:1");
  checkPosition("|ab\ncd", "1:1");
  checkPosition("ab|\ncd", "1:3");
  checkPosition("ab\n|cd", "2:1");
  checkPosition("ab\ncd|", "2:3");
  checkPosition("ab\n|", "2:1");
  checkPosition("ab\n\n|cd", "3:1");
});

test("a CR LF is one line end, and its LF stands on the line it ends", () => {
  checkPosition("ab|\r\ncd", "1:3");
  checkPosition("ab\r|\ncd", "1:4");
  checkPosition("ab\r\n|cd", "2:1");
});

test("columns count UTF-16 code units", () => {
  checkPosition("é|", "1:2");
  checkPosition("😀|", "1:3");
  checkPosition("\ufeff|[Unit]", "1:2");
});

test("offsets outside the text stand at its ends", () => {
  const file = new SourceFile("app.service", "ab\ncd");
  assert.deepEqual(file.position(-5), { line: 1, column: 1 });
  assert.deepEqual(file.position(99), { line: 2, column: 3 });
});

test("every position of a text of many lines", () => {
  const file = new SourceFile("app.service", "x\n".repeat(100));
  assert.deepEqual(file.position(0), { line: 1, column: 1 });
  assert.deepEqual(file.position(99), { line: 50, column: 2 });
  assert.deepEqual(file.position(198), { line: 100, column: 1 });
  assert.deepEqual(file.position(200), { line: 101, column: 1 });
});

test("lines without their ends", () => {
  checkLines("", [""]);
  checkLines("ab", ["ab"]);
  checkLines("ab\n", ["ab", ""]);
  checkLines("ab\r\ncd\r\n", ["ab", "cd", ""]);
  checkLines("a\nb\rc\0d", ["a", "b", "c", "d"]);
});

test("a line that does not exist is empty at the end", () => {
  assert.deepEqual(new SourceFile("app.service", "ab\n").lineSpan(9), { start: 3, end: 3 });
});

test("where lines start, for each line end that systemd knows", () => {
  const ends = ["\n", "\r", "\0", "\n\0", "\r\0", "\r\n", "\n\r", "\r\n\0", "\n\r\0"];
  for (const end of ends) assert.deepEqual(lineStarts(`ab${end}cd`), [0, 2 + end.length], JSON.stringify(end));
});

test("line ends that are two", () => {
  const pairs = ["\n\n", "\r\r", "\0\0", "\0\n", "\0\r"];
  for (const pair of pairs) assert.deepEqual(lineStarts(`ab${pair}cd`), [0, 3, 4], JSON.stringify(pair));
  assert.deepEqual(lineStarts("ab\r\n\r\ncd"), [0, 4, 6]);
  assert.deepEqual(lineStarts("ab\r\n\ncd"), [0, 4, 5]);
  assert.deepEqual(lineStarts("ab\r\n\0\ncd"), [0, 5, 6]);
});

test("form feed, vertical tab and the line ends of Unicode end no line", () => {
  assert.deepEqual(lineStarts("a\fb\vc\u0085d\u2028e\u2029f"), [0]);
});
