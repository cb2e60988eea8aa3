/** Long texts take as long as they are, not longer: hostile ones at one length and at four times that, by the ratio of processor times. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprints } from "../../server/src/lint/fingerprint.ts";
import { judgeInput } from "./judged.ts";
import type { Input, Target } from "./target.ts";
import { calendar } from "./targets/calendar.ts";
import { fixes } from "./targets/fixes.ts";
import { format } from "./targets/format.ts";
import { rules } from "./targets/rules.ts";
import { suppression } from "./targets/suppression.ts";
import { syntax } from "./targets/syntax.ts";
import { values } from "./targets/values.ts";
import { timeOf } from "./time-law.ts";

/** Quadratic growth is 16 at four times the length; linear is 4, and much less where the start counts. */
const MOST = 10;
/** Milliseconds below which a time says nothing: collecting garbage takes as much. */
const LEAST = 8;

const unit = (line: string) => (length: number) => ({
  "/units/app.service": `[Service]\n${line.repeat(length / line.length)}`,
});
const value = (kind: string, piece: string) => (length: number) => ({
  kind,
  version: "262",
  value: piece.repeat(length / piece.length),
});
const line = (start: string, word: string) => (length: number) => ({
  "/units/app.service": `[Service]\nUser=app\n${start}${word.repeat(length / word.length)}\n`,
});
const text = (piece: string) => (length: number) => ({ text: piece.repeat(length / piece.length) });

const prints: Target = {
  ...rules,
  name: "fingerprints",
  work: input => fingerprints(judgeInput(input).findings),
};

const cases: readonly (readonly [Target, string, (length: number) => Input])[] = [
  [syntax, "openers that nothing closes", text("{{")],
  [syntax, "continued lines", text("a\\\n")],
  [rules, "broken headers", unit("[\n")],
  [rules, "unknown sections", unit("[U]\n")],
  [rules, "unknown directives", unit("Foo=\n")],
  [rules, "lines without =", unit("a\n")],
  [rules, "lines before the first header", length => ({ "/units/app.service": "t\n".repeat(length / 2) })],
  [rules, "escapes of addresses without a scheme", unit("ExecStart=/bin/a %%C3%%A9")],
  [rules, "specifiers of one command", line("ExecStart=/bin/a", " %h")],
  [fixes, "names with a current one", unit("MemoryLimit=1M\nStandardOutput=syslog\n#%n is what the unit is called\n")],
  [prints, "findings of one line", line("Environment=", "A=$A ")],
  [suppression, "comments for next lines", unit("# unitlint-disable-next-line a\nFoo=\n")],
  [suppression, "comments one after the other", unit("# unitlint-disable-next-line a\n")],
  [format, "blank lines", length => ({ path: "app.service", text: " \n".repeat(length / 2) })],
  [values, "specifiers in quotes", value("environment-removal-list", "M%n''l ")],
  [values, "controllers", value("condition-controllers", "cu io ")],
  [values, "exit statuses", value("exit-status-list", "256RE ")],
  [calendar, "lists", text("1,")],
];

for (const [target, what, make] of cases) {
  test(`${target.name}, ${what}: four times the text takes about four times as long`, () => {
    const shortAt = (length: number) => timeOf(target, make(length), { tries: 3 });
    const lengths = [8, 16, 32].map(kib => kib * 1024);
    const length = lengths.find(length => shortAt(length) >= LEAST) ?? 32 * 1024;
    const short = shortAt(length);
    const long = timeOf(target, make(4 * length), { tries: 5, enough: MOST * Math.max(short, LEAST) });
    assert.ok(long <= MOST * Math.max(short, LEAST), `${short.toFixed(1)} ms, then ${long.toFixed(1)} ms`);
  });
}
