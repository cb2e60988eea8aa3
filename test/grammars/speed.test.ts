/** No line makes the grammar slow, however long: the time that it takes grows with the line, not with the line's square. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { table } from "../../server/src/catalog/table.ts";
import { grammarFile, scopesOf } from "../support/grammar.ts";

const LENGTH = 64 * 1024;
/** Of processor time; where something was quadratic, 64 KiB took over four seconds. */
const MOST = 2000;

const pieces = ["a", " ", "\\a", "\\", "'", "/", "%i", "0 ", "=", "A=", " ;", "."];

test("64 KiB of the same in lines of every sort", () => {
  const lines = [...pieces, "[", "]", "[a", "#", "\t", "a ", "X-", "] "].flatMap(piece => [of(piece), `[${of(piece)}`]);
  for (const header of ["[Service]", "[X-Mine]", "[Other]", ""]) assertQuick(lines.map(line => [header, line]));
});

test("64 KiB of the same in values that take words of many sorts", () => {
  const keys = ["ExecStart", "Environment", "BindPaths", "SystemCallFilter"];
  assertQuick(keys.flatMap(key => [...pieces, "A=b ", "/a "].map(piece => ["[Service]", `${key}=${of(piece)}`])));
  assertQuick([...pieces, "a.socket "].map(piece => ["[Unit]", `After=${of(piece)}`]));
  assertQuick([...pieces, "Mon,", "1/2 "].map(piece => ["[Timer]", `OnCalendar=${of(piece)}`]));
});

test("40 KiB of one thing after another in values that look different", () => {
  const line = ["a", "=", "/", "\\a", "0 "].map(piece => of(piece).slice(0, LENGTH / 8)).join("");
  assertQuick(differentKeys().map(({ section, name }) => [`[${section}]`, `${name}=${line}`]));
});

function of(piece: string): string {
  return `${piece.repeat(LENGTH / piece.length)}x`;
}

function assertQuick(texts: readonly (readonly string[])[]): void {
  const slow = texts.flatMap(lines => {
    const before = process.cpuUsage();
    scopesOf(lines);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 < MOST
      ? []
      : [`${lines.join("\n").slice(0, 60)}… takes ${(user + system) / 1000} ms`];
  });
  assert.deepEqual(slow, []);
}

/** A directive for every rule that entries include. */
function differentKeys(): { section: string; name: string }[] {
  const { repository } = JSON.parse(readFileSync(grammarFile, "utf8")) as { repository: Record<string, Group> };
  const groups = Object.entries(repository).filter(([name]) => name.startsWith("entries-"));
  const entries = groups.flatMap(([, { patterns = [] }]) => patterns);
  const names = new Map(
    entries.map(({ begin, patterns }) => [JSON.stringify(patterns), /\(?\((\w+)/.exec(begin)?.[1]]),
  );
  const keys = [...names.values()].flatMap(name => table.directives.find(row => row.name === name) ?? []);
  assert.equal(keys.length, names.size);
  return keys;
}

interface Group {
  readonly patterns?: readonly { readonly begin: string; readonly patterns: unknown }[];
}
