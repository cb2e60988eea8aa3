/** Completion never fails, and writes where the cursor is. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { completion, resolveCompletion } from "../../server/src/features/completion.ts";
import { signatureHelp } from "../../server/src/features/signature-help.ts";
import { noTexts } from "../../server/src/texts/texts.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { marked } from "../support/marked.ts";

const clock = { now: 1_767_268_800_000_000n, timezone: "Europe/Berlin" };

/** Every edit lies in one line of the file and holds the cursor; so do the pieces of signatures in their labels. */
function check(snapshot: Snapshot, uri: string, text: string, offset: number): void {
  for (const snippets of [true, false]) {
    const { items } = completion(snapshot, uri, offset, { snippets, clock });
    for (const { edit, data } of items) {
      const { start, end } = edit.span;
      assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length, `${start} ${offset} ${end}`);
      assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
      if (data !== undefined && snippets) resolveCompletion(snapshot, JSON.parse(JSON.stringify(data)), noTexts);
    }
  }
  for (const { label, parameters, active } of signatureHelp(snapshot, uri, offset)?.signatures ?? []) {
    assert.ok(parameters.every(({ span }) => span.start < span.end && span.end <= label.length));
    assert.ok(active < parameters.length);
  }
}

const folder = fileURLToPath(new URL("../../fixtures/syntax/", import.meta.url));
const fixtures = readdirSync(folder)
  .filter(name => name.endsWith(".service"))
  .map(name => readFileSync(folder + name, "utf8"))
  .filter(text => text.length < 20_000);

test("at any offset of any fixture", () => {
  assert.ok(fixtures.length > 5);
  for (const fixture of fixtures) {
    const { snapshot, uri } = marked(`-- app@.service --\n${fixture}`);
    const text = snapshot.file(uri)?.source.text ?? "";
    const step = Math.ceil((text.length + 1) / 60);
    for (let offset = 0; offset <= text.length; offset += step) check(snapshot, uri, text, offset);
  }
});

const pieces = fc.constantFrom(
  "[Unit]\n",
  "[Service]\n",
  "[Install",
  "ExecStart=-@/bin/sh ",
  "Environment=",
  "After=",
  "ConditionFirmware=smbios-field(",
  "OnCalendar=",
  "SystemCallFilter=~@mount read:E",
  "TimeoutSec=5",
  "Documentation=man:",
  "\\\n",
  "\r\n",
  "\0",
  "\n",
  " ",
  "#",
  '"',
  "'",
  "%",
  "%i",
  "$",
  "${A",
  "}",
  ";",
  "\\",
  "/",
  "=",
  ":",
  "|!",
  "@",
  "\uFEFF",
  "\uE0FF",
  "\ud800",
  "é",
  "a.service",
  "x",
  "@bindir@",
  "{{ name }}",
);

test("anywhere in any text", () => {
  const texts = fc.array(pieces, { maxLength: 12 }).map(parts => parts.join(""));
  const names = fc.constantFrom("app.service", "app@.service", "app.service.in", "service.d/x.conf", "app.timer");
  const property = fc.property(names, texts, fc.nat(80), (name, text, at) => {
    const { snapshot, uri } = marked(`-- ${name} --\n${text}`);
    const source = snapshot.file(uri)?.source.text ?? "";
    check(snapshot, uri, source, Math.min(at, source.length));
  });
  fc.assert(property, { numRuns: 400 });
});
