/** Completions of marked text, as a person sees them. */

import assert from "node:assert/strict";
import {
  type Completion,
  type CompletionOptions,
  completion,
  resolveCompletion,
} from "../../server/src/features/completion.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";
import { noTexts } from "../../server/src/texts/texts.ts";
import { type MarkedOptions, type MarkedPlace, marked } from "./marked.ts";

/** How somebody asks: at noon on the first of January 2026 in UTC, with a client that knows no snippets. */
export interface Asked extends MarkedOptions {
  readonly asking?: CompletionOptions;
}

const noon: CompletionOptions = { clock: { now: 1_767_268_800_000_000n, timezone: "UTC" } };

/** The labels at the cursor between blanks, in their order; with ` …` at the end, only the first ones. */
export function checkOffered(text: string, labels: string, asked: Asked = {}): void {
  const all = offered(marked(text, asked), asked).map(({ label }) => label);
  const expected = labels.split(" ").filter(label => label !== "");
  const more = expected.at(-1) === "…" && expected.pop() !== undefined;
  assert.deepEqual(more ? all.slice(0, expected.length) : all, expected, text);
}

/** None of these labels is offered, whatever is. */
export function checkMissing(text: string, labels: string, asked: Asked = {}): void {
  const all = offered(marked(text, asked), asked).map(({ label }) => label);
  assert.deepEqual(
    labels.split(" ").filter(label => all.includes(label)),
    [],
    text,
  );
}

/** The text after one of the completions was chosen, with `<|>` behind what it wrote. */
export function checkChosen(text: string, label: string, expected: string, asked: Asked = {}): void {
  const place = marked(text, asked);
  const { edit } = itemNamed(place, label, asked);
  const before = sourceOf(place);
  const end = edit.span.start + edit.text.length;
  const after = applyEdits(before, [edit]);
  assert.equal(`${after.slice(0, end)}<|>${after.slice(end)}`, expected);
}

/** What stands beside a completion. */
export function checkDetail(text: string, label: string, detail: string | undefined, asked: Asked = {}): void {
  assert.equal(itemNamed(marked(text, asked), label, asked).detail, detail);
}

/** What is told of a completion once somebody looks at it: beside it, then below. */
export function checkResolved(text: string, label: string, expected: readonly string[], asked: Asked = {}): void {
  const place = marked(text, asked);
  const { detail, documentation } = resolveCompletion(place.snapshot, itemNamed(place, label, asked).data, noTexts);
  assert.deepEqual([...(detail === undefined ? [] : [detail]), ...(documentation?.split("\n\n") ?? [])], expected);
}

/** All that is offered at a place. */
export function offered({ snapshot, uri, offset }: MarkedPlace, { asking }: Asked = {}): readonly Completion[] {
  return completion(snapshot, uri, offset, { ...noon, ...asking }).items;
}

/** The completion of a label. */
export function itemNamed(place: MarkedPlace, label: string, asked: Asked = {}): Completion {
  const items = offered(place, asked);
  const found = items.find(item => item.label === label);
  assert.ok(found, `${label} is among ${items.map(item => item.label).join(" ")}`);
  return found;
}

function sourceOf({ snapshot, uri }: MarkedPlace): string {
  return snapshot.file(uri)?.source.text ?? "";
}
