/** Laws that hold for every value grammar and any value: what it says lies in the value, can be repeated, and costs no more than the value is long. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { VerdictOnValue } from "../../server/scripts/oracle/records.ts";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { Directive } from "../../server/src/catalog/directive.ts";
import { isUnitType } from "../../server/src/catalog/unit-types.ts";
import { valueKind } from "../../server/src/values/index.ts";
import type { ValueContext, ValueKind } from "../../server/src/values/kind.ts";

const recorded = new URL("../../fixtures/oracle/", import.meta.url);
const verdicts = readdirSync(recorded)
  .filter(name => name.endsWith(".jsonl"))
  .flatMap(name => readFileSync(new URL(name, recorded), "utf8").trimEnd().split("\n"))
  .map(line => JSON.parse(line) as VerdictOnValue);

/** Pieces that mean something to one grammar or another. */
const pieces = [
  ..." \t\"'\\;:,=~-+!@|*%/.$#{}[]()<>^&?_012789abkKx",
  ...["é", "\u{1f600}", "\u2028", "\u0085", "\u001b", "\ud83d"],
  ...["\\x41", "\\u00e9", "\\0", "%%", "%i", "%n", "%h", "${", "}", "..", "//", "0x", "0b1", "1e3", "infinity", "max"],
  ...["yes", "no", "5min", "50%", "512M", "Mon", "Mon..Fri", "*-*-*", "12:00", "UTC", "@file-system", "CAP_CHOWN"],
  ...["/usr", "/dev/null", "a.service", "a@.service", "AF_INET", "10.0.0.0/8", "::1", "SIGTERM", "rw", "journal"],
];

for (const [id, directive] of oneOfEachKind()) {
  const kind = valueKind(id);
  assert.ok(kind !== undefined, `there is a grammar ${id}`);
  const seeds = [...new Set(verdicts.filter(verdict => verdict.kind === id).map(({ value }) => value))];

  test(`${id}: any value is read in place, and alike each time`, () => {
    for (const version of [252, 262]) {
      const at = contextOf(directive, version);
      fc.assert(
        fc.property(valuesLike(seeds), text => assertSound(kind, text, at)),
        { numRuns: 200 },
      );
    }
  });

  test(`${id}: a long value takes no longer than it is long`, () => {
    const at = contextOf(directive, 262);
    for (const piece of [
      "a",
      " a",
      "1",
      "0:",
      "/",
      "../",
      "\\",
      "%i",
      "%",
      "$A ",
      '"a" ',
      "'",
      "a=b ",
      "a,",
      "(",
      "[",
      "*",
    ]) {
      const text = piece.repeat(20_000 / piece.length).trim();
      const start = performance.now();
      kind.parse(text, at);
      assert.ok(performance.now() - start < 2000, `${JSON.stringify(piece)}, over and over`);
    }
  });

  test(`${id}: what it prints, it parses`, () => {
    const at = contextOf(directive, 262);
    fc.assert(
      fc.property(valuesLike(seeds), text => assertStable(kind, text, at)),
      { numRuns: 200 },
    );
  });
}

function oneOfEachKind(): Map<string, Directive> {
  const found = new Map<string, Directive>();
  for (const catalog of [262, 257, 252].map(catalogAt)) {
    const sections = new Set(catalog.unitTypes.flatMap(catalog.sectionsOf));
    for (const directive of [...sections].flatMap(catalog.directivesIn)) {
      if (!found.has(directive.kind)) found.set(directive.kind, directive);
    }
  }
  return found;
}

function contextOf({ section, name }: Directive, version: number): ValueContext {
  const own = section.toLowerCase();
  const type = isUnitType(own) ? own : "service";
  return { version, manager: "system", section, name, type, unit: `laws.${type}` };
}

/** Values as people write them, those with a slip in them, and heaps of pieces. */
function valuesLike(seeds: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces);
  const heap = fc.array(piece, { maxLength: 12 }).map(chosen => chosen.join(""));
  if (seeds.length === 0) return heap.map(trim);
  const seed = fc.constantFrom(...seeds);
  const slip = fc.tuple(seed, fc.nat(), fc.nat(3), piece).map(([text, place, cut, put]) => {
    const at = place % (text.length + 1);
    return `${text.slice(0, at)}${put}${text.slice(at + cut)}`;
  });
  return fc.oneof(seed, slip, slip, heap).map(trim);
}

/** Blanks at the ends never reach a grammar. */
function trim(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

function assertSound(kind: ValueKind, text: string, at: ValueContext): void {
  const parsed = kind.parse(text, at);
  assert.deepEqual(kind.parse(text, at), parsed, "asked again, it answers alike");
  for (const { span } of [...parsed.parts, ...parsed.problems]) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, "spans lie in the value");
  }
  for (const { message, replacement, span } of parsed.problems) {
    assert.notEqual(message, "");
    assert.notEqual(replacement, text.slice(span.start, span.end), "a replacement replaces something");
  }
}

/** What is read as text can be written instead of what was written, where no specifier, quote or escape stood in it. */
function assertStable(kind: ValueKind, text: string, at: ValueContext): void {
  const { value, problems } = kind.parse(text, at);
  if (typeof value !== "string" || problems.length > 0 || /[%"'\\]/.test(text)) return;
  const again = kind.parse(value, at);
  assert.deepEqual({ value: again.value, problems: again.problems }, { value, problems: [] }, `after ${value}`);
}
