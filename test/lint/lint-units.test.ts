/** Judging units again after a change: the same findings as from scratch, with little looked at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { lintUnits, type UnitsVerdict } from "../../server/src/lint/lint-units.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { worldOf } from "../../server/src/lint/world.ts";
import { changeText, openUnitSet, type UnitSet } from "../../server/src/model/unit-set.ts";
import { virtualFolder } from "../../server/src/model/virtual-folder.ts";
import { rules } from "../../server/src/rules/index.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";

const service = "[Service]\nExecStart=/bin/x\n";

/** A folder of units by their paths, and the edits that are made one after the other. */
const files: Readonly<Record<string, string>> = {
  "a.service": `[Unit]\nRequires=b.service\nAfter=b.service\n${service}`,
  "b.service": service,
  "c.service": service,
  "c.service.d/x.conf": "[Unit]\nAfter=a.service\n",
  "d.timer": "[Timer]\nOnCalendar=daily\nUnit=b.service\n",
};

const edits: readonly (readonly [path: string, text: string])[] = [
  ["b.service", ""],
  ["b.service", service],
  ["b.service", `[Unit]\nAfter=a.service\n${service}`],
  ["b.service", `[Unit]\nDescription=B\n${service}`],
  ["c.service.d/x.conf", "[Service]\nExecStart=/bin/second\n"],
  ["c.service.d/x.conf", "[Service]\nExecStart=\nExecStart=/bin/second\n"],
  ["a.service", `[Unit]\nAfter=a.service\n${service}`],
  ["d.timer", "[Timer]\n"],
  ["c.service", "[Service]\n"],
];

function open(texts: ReadonlyMap<string, SourceFile>): UnitSet {
  return openUnitSet([virtualFolder(".", "given", texts)], "system", catalogAt(262));
}

function judge(set: UnitSet, texts: ReadonlyMap<string, SourceFile>, before?: UnitsVerdict): UnitsVerdict {
  const names = [...texts.keys()].filter(path => !path.includes("/"));
  const isLinted = ({ source }: { readonly source: SourceFile }) => texts.get(source.path) === source;
  const world = worldOf({ set, names, preset: "recommended", isLinted });
  return lintUnits(
    world,
    rules,
    { settings: { ...defaultSettings, hardening: true }, target: "262", remembers: true },
    before,
  );
}

function told(findings: readonly Finding[]): string[] {
  return findings.map(({ file, span, rule, message }) => `${file.path}:${span.start} ${rule} ${message}`).sort();
}

test("after each edit, judging again tells what judging afresh tells", () => {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path, new SourceFile(path, text)]));
  let set = open(texts);
  let verdict = judge(set, texts);
  const seen = new Set<string>();
  for (const [path, text] of edits) {
    const before = texts.get(path);
    assert.ok(before);
    const after = new SourceFile(path, text);
    texts.set(path, after);
    set = changeText(set, before, after);
    verdict = judge(set, texts, verdict);
    const afresh = told(judge(open(texts), texts).findings);
    assert.deepEqual(told(verdict.findings), afresh, `${path}: ${text}`);
    for (const finding of afresh) seen.add(finding.split(" ")[1] ?? "");
  }
  assert.ok(
    seen.has("missing-hardening") &&
      seen.has("ordering-cycle") &&
      seen.has("duplicate-exec-start") &&
      seen.has("unknown-unit"),
    [...seen].join(),
  );
});

test("units that a change does not concern are the same objects, and so are their verdicts", () => {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path, new SourceFile(path, text)]));
  const set = open(texts);
  const verdict = judge(set, texts);
  const before = texts.get("c.service");
  assert.ok(before);
  const after = new SourceFile("c.service", `[Unit]\nDescription=C\n${service}`);
  texts.set("c.service", after);
  const changed = changeText(set, before, after);
  assert.equal(changed.unit("d.timer"), set.unit("d.timer"));
  assert.notEqual(changed.unit("c.service"), set.unit("c.service"));
  const again = judge(changed, texts, verdict);
  const ofTimer = ({ verdicts }: UnitsVerdict) => verdicts.find(({ unit }) => unit.id === "d.timer");
  assert.equal(ofTimer(again), ofTimer(verdict));
  assert.ok(ofTimer(again));
});
