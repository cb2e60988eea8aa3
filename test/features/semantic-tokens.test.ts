/** What each piece of a file is to a theme. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { semanticTokens, tokenDelta, tokenModifiers, tokenTypes } from "../../server/src/features/semantic-tokens.ts";
import { fixtureTexts, randomText } from "../support/laws.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";

/** Tokens as `type text`, without the `=` behind each key. */
function checkTokens(text: string, expected: readonly string[], options?: MarkedOptions): void {
  assert.deepEqual(tokensOf(text, options), expected);
}

function tokensOf(text: string, options?: MarkedOptions): string[] {
  const { snapshot, uri } = marked(text, options);
  const source = snapshot.file(uri)?.source.text ?? "";
  return semanticTokens(snapshot, uri)
    .map(({ span, type, modifiers }) => `${[type, ...modifiers].join(".")} ${source.slice(span.start, span.end)}`)
    .filter(shown => shown !== "operator =");
}

test("headers, keys, comments and operators", () => {
  checkTokens("# A note \n[Unit]\nDescription = An app\n  ; more\n[X-Mine]\nA=b\n", [
    "comment # A note",
    "namespace Unit",
    "property Description",
    "string An app",
    "comment ; more",
    "namespace X-Mine",
    "property A",
  ]);
  assert.ok(tokensOf("[Unit]\n").length === 1);
});

test("values by their parts, the inner one where they lie in each other", () => {
  checkTokens("[Service]\nExecStart=-/bin/a --x=%i ${HOME}\nTimeoutStopSec=5min 20s\nRestart=always\n", [
    "namespace Service",
    "property ExecStart",
    "operator -",
    "function /bin/a",
    "parameter --x=",
    "macro %i",
    "variable ${HOME}",
    "property TimeoutStopSec",
    "number 5",
    "type min",
    "number 20",
    "type s",
    "property Restart",
    "enumMember always",
  ]);
});

test("names of variables are declared", () => {
  checkTokens('[Service]\nEnvironment="A=b %n"\n', [
    "namespace Service",
    "property Environment",
    "variable.declaration A",
    "string b ",
    "macro %n",
  ]);
});

test("old names are struck out where the release knows the new one", () => {
  checkTokens("[Unit]\nBindTo=a.service\n", ["namespace Unit", "property.deprecated BindTo", "class a.service"]);
  checkTokens("[Service]\nCPUShares=5\n", ["namespace Service", "property CPUShares", "number 5"], { version: 229 });
});

test("no token goes over a line end, or over a comment in a continued value", () => {
  checkTokens("[Service]\nExecStart=/bin/sh -c 'a \\\n# why\n   b' \\\n  c\n", [
    "namespace Service",
    "property ExecStart",
    "function /bin/sh",
    "parameter -c",
    "parameter a",
    "comment # why",
    "parameter b",
    "parameter c",
  ]);
});

test("a range has the tokens of its lines", () => {
  const { snapshot, uri } = marked("[Unit]\nAfter=a.service\nBefore=b.service\n");
  const text = snapshot.file(uri)?.source.text ?? "";
  const at = text.indexOf("a.service");
  const shown = semanticTokens(snapshot, uri, { start: at, end: at + 1 }).map(({ span }) =>
    text.slice(span.start, span.end),
  );
  assert.deepEqual(shown, ["After", "=", "a.service"]);
});

test("a delta leads from the old numbers to the new ones", () => {
  assert.deepEqual(tokenDelta([1, 2, 3], [1, 2, 3]), []);
  assert.deepEqual(tokenDelta([1, 2, 3], [1, 9, 3]), [{ start: 1, deleteCount: 1, data: [9] }]);
  const numbers = fc.array(fc.nat(2), { maxLength: 12 });
  fc.assert(
    fc.property(numbers, numbers, (before, after) => {
      const list = [...before];
      for (const { start, deleteCount, data } of tokenDelta(before, after)) list.splice(start, deleteCount, ...data);
      assert.deepEqual(list, after);
    }),
  );
});

test("tokens of any text come in order, each on one line, none over another, all in the legend", () => {
  for (const { path, text } of fixtureTexts()) assertSound(path, text);
  fc.assert(
    fc.property(randomText, text => assertSound("app.service", text)),
    { numRuns: 400 },
  );
});

function assertSound(path: string, text: string): void {
  const { snapshot, uri } = marked(`-- ${path} --\n${text}`);
  const source = snapshot.file(uri)?.source.text ?? "";
  let from = 0;
  for (const { span, type, modifiers } of semanticTokens(snapshot, uri)) {
    assert.ok(from <= span.start && span.start < span.end && span.end <= source.length);
    assert.doesNotMatch(source.slice(span.start, span.end), /[\r\n\0]/);
    assert.ok(tokenTypes.includes(type) && modifiers.every(modifier => tokenModifiers.includes(modifier)));
    from = span.end;
  }
}
