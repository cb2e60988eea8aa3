/** systemd gives up at a line of 1 MiB, and where joined lines exceed it; the limits to the byte. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../server/src/syntax/parse.ts";
import { linesOf } from "../../server/src/syntax/print.ts";

const MIB = 1024 * 1024;

/** Whether systemd would give up at the lines between two harmless ones. */
function isTooLong(lines: string): boolean {
  const all = [...linesOf(parse(`[Service]\n${lines}\nUser=app\n`))];
  return all.some(({ kind }) => kind === "overlong");
}

function line(start: string, length: number, filler = "x"): string {
  return start + filler.repeat(length - start.length);
}

test("a line has less than 1 MiB, whatever it is", () => {
  for (const start of ["Environment=", "# ", "; ", "[", " ", "stray"]) {
    assert.equal(isTooLong(line(start, MIB - 1)), false, start);
    assert.equal(isTooLong(line(start, MIB)), true, start);
  }
});

test("its end does not count, a byte order mark does", () => {
  assert.equal(isTooLong(`${line("A=", MIB - 1)}\r`), false);
  assert.equal(isTooLong(`\uFEFF${line("A=", MIB - 4)}`), false);
  assert.equal(isTooLong(`\uFEFF${line("A=", MIB - 3)}`), true);
});

test("bytes count, not characters", () => {
  assert.equal(isTooLong(line("A=x", 3 + (MIB - 4) / 2, "é")), false);
  assert.equal(isTooLong(line("A=", 2 + (MIB - 2) / 2, "é")), true);
  assert.equal(isTooLong(`A=${"😀".repeat((MIB - 4) / 4)}x`), false);
  assert.equal(isTooLong(`A=xx${"😀".repeat((MIB - 4) / 4)}`), true);
  assert.equal(isTooLong(line("# ", MIB - 1, "\uDCFF")), false);
  assert.equal(isTooLong(line("# ", MIB, "\uDCFF")), true);
});

test("joined lines may have 1 MiB, without the byte order mark and the comments between", () => {
  const first = `${line("A=", MIB / 2 - 1)}\\\n`;
  assert.equal(isTooLong(first + line("", MIB / 2)), false);
  assert.equal(isTooLong(first + line("", MIB / 2 + 1)), true);
  assert.equal(isTooLong(`${first}\uFEFF${line("", MIB / 2)}`), false);
  assert.equal(isTooLong(`${first}${line("# ", MIB - 1)}\n${line("", MIB / 2)}`), false);
  assert.equal(isTooLong(`${first}${line("# ", MIB)}\nx`), true);
});
