/** How long it takes to judge a set of units again after one of its files changed, in this process: the way of the language server. */
import { catalogAt, newestVersion } from "../src/catalog/catalog.ts";
import { lintUnits, type UnitsVerdict } from "../src/lint/lint-units.ts";
import { defaultSettings } from "../src/lint/preset.ts";
import { worldOf } from "../src/lint/world.ts";
import { stockFolder } from "../src/model/stock-folder.ts";
import { changeText, openUnitSet, type UnitSet } from "../src/model/unit-set.ts";
import { virtualFolder } from "../src/model/virtual-folder.ts";
import { rules } from "../src/rules/index.ts";
import { SourceFile } from "../src/text/source-file.ts";

/** The median over some edits in milliseconds: of a value that no other unit depends on, and of an order. */
export function measureEdits(count: number, edits = 41): { readonly value: number; readonly order: number } {
  return {
    value: medianEdit(count, edits, "Restart=always"),
    order: medianEdit(count, edits, "Restart=no\n[Unit]\nAfter=unit-1.service"),
  };
}

function medianEdit(count: number, edits: number, line: string): number {
  const files = new Map(
    Array.from({ length: count }, (_, i) => [`unit-${i}.service`, unitText(i)] as const).map(fileOf),
  );
  let set: UnitSet = openUnitSet(
    [virtualFolder(".", "given", files), stockFolder(newestVersion, "system")],
    "system",
    catalogAt(newestVersion),
  );
  let verdict = judge(set, files);
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const name = `unit-${2 + edit * 7}.service`;
    const before = files.get(name);
    if (before === undefined) break;
    const after = new SourceFile(name, before.text.replace("Restart=on-failure", line));
    const started = performance.now();
    set = changeText(set, before, after);
    files.set(name, after);
    verdict = judge(set, files, verdict);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

function judge(set: UnitSet, files: ReadonlyMap<string, SourceFile>, before?: UnitsVerdict): UnitsVerdict {
  const isLinted = ({ source }: { readonly source: SourceFile }) => files.get(source.path) === source;
  const world = worldOf({ set, names: [...files.keys()], preset: defaultSettings.preset, isLinted });
  const options = { settings: defaultSettings, target: String(newestVersion), remembers: true };
  return lintUnits(world, rules, options, before);
}

function fileOf([path, text]: readonly [string, string]): [string, SourceFile] {
  return [path, new SourceFile(path, text)];
}

/** Each unit waits for three that come before it. */
export function unitText(i: number): string {
  const earlier = [i >> 1, i >> 2, i >> 3].filter(other => other < i).map(other => `unit-${other}.service`);
  return `[Unit]\nDescription=Unit ${i}\nAfter=network-online.target ${earlier.join(" ")}\nWants=network-online.target

[Service]\nExecStart=/usr/bin/unit --number ${i}\nRestart=on-failure\nPrivateTmp=yes\n\n[Install]\nWantedBy=multi-user.target\n`;
}
