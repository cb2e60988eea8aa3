/** The grammar and the parser see the same lines: the same comments, headers, entries and continuations. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parse } from "../../server/src/syntax/parse.ts";
import { linesOf } from "../../server/src/syntax/print.ts";
import { headerFault } from "../../server/src/syntax/section-name.ts";
import type { LineSyntax } from "../../server/src/syntax/tree.ts";
import { firstVisible, hasScope, scopesAt, scopesOf } from "../support/grammar.ts";
import { fixtureTexts, randomText } from "../support/laws.ts";

describe("every fixture", () => {
  const texts = fixtureTexts();
  assert.ok(texts.length > 40);
  // A byte order mark is no part of the text that an editor shows.
  for (const { path, text } of texts) test(path, () => assertSameLines(text.replaceAll("\ufeff", "")));
});

test("any text", () => {
  fc.assert(
    fc.property(randomText, text => assertSameLines(text.replaceAll("\ufeff", ""))),
    { numRuns: 1500 },
  );
});

/** Backslashes, signs of comments, quotes and line ends, in every order. */
test("dense continuations", () => {
  const word = fc.constantFrom("\\", "\\\n", "\n", "#", ";", " ", '"', "'", "a", "%i", "$A", "/", "x", "5s", "=");
  const key = fc.constantFrom("ExecStart", "Environment", "Description", "After", "ReadOnlyPaths", "TimeoutSec", "Foo");
  const text = fc.tuple(key, fc.array(word, { maxLength: 25 })).map(([key, words]) => `${key}=${words.join("")}\n`);
  const file = fc.array(text, { maxLength: 4 }).map(entries => `[Service]\n${entries.join("")}`);
  fc.assert(fc.property(file, assertSameLines), { numRuns: 3000 });
});

function assertSameLines(text: string): void {
  const rows = [...linesOf(parse(text))].flatMap(line => rowsOf(line, text));
  const scoped = scopesOf(rows.map(({ line }) => line));
  const told = rows.map(({ line, role }, i) => ({
    line,
    // What is not UTF-8 makes systemd drop the line; an editor cannot even show it.
    role: role === "not UTF-8" ? role : roleByScopes(scopesAt(scoped[i] ?? [], firstVisible(line)), line),
  }));
  assert.deepEqual(told, rows);
}

type Role = "blank" | "comment" | "header" | "broken header" | "key" | "no key" | "no equals" | "rest" | "not UTF-8";

/** What the tree says of each physical line. */
function rowsOf(line: LineSyntax, text: string): { line: string; role: Role }[] {
  const lines = line.pieces.map(({ span }) => text.slice(span.start, span.end).replace(/[\r\n\0]+$/, ""));
  const first = line.pieces.findIndex(({ kind }, i) => kind === "text" && !/^[ \t\r]*\\?$/.test(lines[i] ?? ""));
  const start = first < 0 ? "rest" : startOf(line, lines[first] ?? "", first === line.pieces.length - 1);
  return line.pieces.map(({ kind }, i) => {
    const text = lines[i] ?? "";
    return { line: text, role: kind === "comment" ? "comment" : roleOf(text, i - first, start) };
  });
}

function roleOf(text: string, place: number, start: Role): Role {
  if (firstVisible(text) < 0) return "blank";
  if (place < 0 || (place > 0 && (start === "key" || start === "no key"))) return "rest";
  return start;
}

/** How the first line that is no lone backslash begins; an entry may end before its equals sign. */
function startOf(line: LineSyntax, text: string, isLast: boolean): Role {
  if (line.kind === "not-utf8" || line.kind === "overlong") return "not UTF-8";
  if (line.kind === "header") return headerFault(line, 262) === undefined && isLast ? "header" : "broken header";
  const equals = text.indexOf("=");
  if (equals < 0) return "no equals";
  return text.slice(0, equals).trim() === "" ? "no key" : "key";
}

const keyScopes = ["support.type.property-name", "entity.name.label", "variable.other.extension"];

function roleByScopes(scopes: readonly string[], line: string): Role {
  if (firstVisible(line) < 0) return "blank";
  if (hasScope(scopes, "comment")) return "comment";
  if (hasScope(scopes, "punctuation.definition.section.begin")) return "header";
  if (hasScope(scopes, "invalid.illegal.section-header")) return "broken header";
  if (hasScope(scopes, "invalid.illegal.missing-key")) return "no key";
  if (keyScopes.some(scope => hasScope(scopes, scope))) return "key";
  return hasScope(scopes, "meta.line.missing-equals") ? "no equals" : "rest";
}
