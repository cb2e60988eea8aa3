/** Every text that was written, as editors and terminals show it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { explain } from "../../server/src/cli/commands/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { readTexts } from "../../server/src/platform/read-texts.ts";
import { inline, renderText } from "../../server/src/texts/render.ts";
import { type Text, wordKinds } from "../../server/src/texts/texts.ts";
import { marked } from "../support/marked.ts";

const texts = readTexts();
const catalog = catalogAt(newestVersion);
const clock = { now: BigInt(Date.UTC(2026, 0, 1)) * 1000n, timezone: "UTC" };
const directives = Object.entries(texts.directives);
const words = wordKinds.flatMap(kind =>
  Object.entries(texts.words[kind] ?? {}).map(([word, text]) => ({ kind, word, text })),
);

/** Code in backticks, and no other markup. */
function assertPlainMarkdown(markdown: string, about: string): void {
  const bare = markdown.replace(/`[^`\n]*`/g, "");
  assert.doesNotMatch(bare, /`|\*\*|<\w|\]\(/, about);
}

test("there are texts", () => {
  assert.ok(directives.length > 500 && words.length > 400);
});

test("all texts are Markdown with nothing but code in it, and plain text without", () => {
  const all: readonly (readonly [string, Text])[] = [
    ...directives,
    ...words.map(({ word, text }) => [word, text] as const),
  ];
  for (const [name, text] of all) {
    assertPlainMarkdown(renderText(text, "markdown"), name);
    assert.doesNotMatch(renderText(text, "plain", 80), /`/, name);
    for (const line of renderText(text, "plain", 80).split("\n"))
      assert.ok(line.length <= 80 || !line.trim().includes(" "), line);
  }
  for (const [name, { values }] of directives)
    for (const text of Object.values(values)) assertPlainMarkdown(inline(text, "markdown"), name);
});

test("hover over each directive shows its text", () => {
  const bare = (text: string) => text.replace(/[\\`]/g, "");
  for (const [name, { summary }] of directives) {
    const [section] = catalog.sectionsWith(name);
    if (section === undefined) continue;
    const type = catalog.unitTypesWith(section)[0] ?? "service";
    const { snapshot, uri, offset } = marked(`-- example.${type} --\n[${section}]\n${name}<|>=\n`);
    const found = hover(snapshot, uri, offset, { clock, texts });
    assert.ok(found !== undefined && bare(found.markdown).includes(bare(summary)), name);
  }
});

test("everything can be explained", () => {
  const context = { texts, catalog, clock, width: 80 };
  for (const [name, { summary }] of directives)
    assert.ok(
      catalog.sectionsWith(name).length === 0 ||
        explain(`${name}=`, context).includes(summary.slice(0, 12).replaceAll("`", "")),
      name,
    );
  for (const { kind, word, text } of words) {
    const written = kind === "specifiers" ? `%${word}` : kind === "sections" ? `[${word}]` : word;
    assert.ok(explain(written, context).includes(text.summary.slice(0, 12).replaceAll("`", "")), written);
  }
});
