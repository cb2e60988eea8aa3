/** Whatever stands in a file and wherever the cursor is: hover answers, and about a stretch of the file. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { unitTypes } from "../../server/src/catalog/unit-types.ts";
import { hover } from "../../server/src/features/hover.ts";
import { noTexts } from "../../server/src/texts/texts.ts";
import type { MarkedPlace } from "../support/marked.ts";
import { marked } from "../support/marked.ts";

const clock = { now: 0n, timezone: "Europe/Berlin" };

function checkAll({ snapshot, uri }: MarkedPlace, step: number): void {
  const text = snapshot.file(uri)?.source.text ?? "";
  for (let at = -1; at <= text.length + 1; at += step) {
    const found = hover(snapshot, uri, at, { clock, texts: noTexts });
    if (found === undefined) continue;
    const { start, end } = found.span;
    assert.ok(start >= 0 && start <= end && end <= text.length, `${at}: ${start}…${end}`);
    assert.notEqual(found.plainText, "");
    assert.notEqual(found.markdown, "");
  }
}

function filesIn(folder: string): string[] {
  const path = fileURLToPath(new URL(`../../fixtures/${folder}/`, import.meta.url));
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map(name => path + name)
    .filter(name => statSync(name).isFile() && statSync(name).size < 20_000);
}

test("any place of any fixture, as a unit of several types", () => {
  for (const path of [...filesIn("examples"), ...filesIn("syntax")]) {
    const text = readFileSync(path, "utf8");
    const type = unitTypes.find(suffix => path.endsWith(`.${suffix}`)) ?? "service";
    for (const name of [`app.${type}`, "app@.service", "service.d/x.conf"])
      checkAll(marked(`-- ${name} --\n${text}`), 3);
  }
});

test("any place of any text", () => {
  const pieces = fc.constantFrom(
    ..."[Unit]|[Service]|[Timer]|\n|\r\n|\\\n|# c\n|ExecStart=|After=|OnCalendar=|MemoryMax=|ConditionPathExists=|%i|%|~|\"|'|;|:|@mount|/etc/x|a@.service|9|5min|\ufeff|\udc80|$|{A}|=|-".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), parts =>
      checkAll(marked(`-- app.service --\n${parts.join("")}`), 1),
    ),
    { numRuns: 150 },
  );
});
