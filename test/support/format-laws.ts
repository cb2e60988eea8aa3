/** Laws of formatting: what systemd reads stays, and all that is found in it; comments stay; a second time changes nothing. */
import assert from "node:assert/strict";
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { formatUnit } from "../../server/src/features/formatting.ts";
import { lint } from "../../server/src/lint/lint.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { parseUnitFile, readUnitFile } from "../../server/src/model/unit-file.ts";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import { rules } from "../../server/src/rules/index.ts";
import { linesOf } from "../../server/src/syntax/print.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";

/** Holds the formatted text of a file against the one before. */
export function assertKept(path: string, text: string): void {
  const after = formatted(path, text);
  assert.equal(formatted(path, after), after, "formatting is done at once");
  assert.deepEqual(meaning(path, after), meaning(path, text));
  assert.deepEqual(comments(path, after), comments(path, text));
  assert.equal(after === "", text === "");
}

/** All that systemd reads, and what is found in it. */
function meaning(path: string, text: string): unknown {
  const name = unitFileName(path);
  assert.ok(name);
  const file = readUnitFile(new SourceFile(path, text), name, catalogAt(newestVersion));
  const lines = [...linesOf(file.syntax)].flatMap(line => {
    if (line.kind === "entry") return [[line.kind, line.key.text, line.value.text]];
    if (line.kind === "header") return [[line.kind, line.content.text]];
    return "content" in line ? [[line.kind, line.content.text]] : [];
  });
  const findings = lint(file, rules, { settings: defaultSettings, target: "any" }).map(
    ({ rule, message, severity, span }) => [
      rule,
      message.replace(/ line \d+/g, " line"),
      severity,
      text.slice(span.start, span.end).replace(/\s*=\s*/, "="),
    ],
  );
  return { lines, findings, stop: file.stop?.reason };
}

function comments(path: string, text: string): string[] {
  const name = unitFileName(path);
  assert.ok(name);
  const syntax = parseUnitFile(new SourceFile(path, text), name);
  return [...linesOf(syntax)].flatMap(({ pieces }) =>
    pieces
      .filter(({ kind }) => kind === "comment")
      .map(({ span }) => text.slice(span.start, span.end).replace(/[\r\n]+$/, "")),
  );
}

/** The text as it is after formatting. */
export function formatted(path: string, text: string): string {
  const name = unitFileName(path);
  assert.ok(name);
  return applyEdits(text, formatUnit(parseUnitFile(new SourceFile(path, text), name)));
}
