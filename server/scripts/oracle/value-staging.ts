/** Lays units full of values out for both sides, in folders of some hundred. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UnitType } from "../../src/catalog/directive.ts";
import type { ValueOf, ValueUnit } from "./value-units.ts";

/** A value in its place. */
export interface PlacedValue extends ValueOf {
  readonly line: number;
}

/** A file of values. */
export interface ValueFile {
  readonly path: string;
  /** The unit file to name in a call: the file itself, or that to which the drop-in belongs. */
  readonly fragment: string;
  readonly values: readonly PlacedValue[];
  /** The line with an unknown key at the end, of which systemd complains if it reads that far. */
  readonly lastLine: number;
}

const BATCH_SIZE = 150;

/** Writes units below a folder; yields what is worth one call, some hundred files. */
export function* stageValues(units: Iterable<ValueUnit>, folder: string): Generator<ValueFile[]> {
  let waiting: ValueUnit[] = [];
  let count = 0;
  for (const unit of units) {
    waiting.push(unit);
    if (waiting.length < BATCH_SIZE) continue;
    yield writeBatch(waiting, folder, ++count);
    waiting = [];
  }
  if (waiting.length > 0) yield writeBatch(waiting, folder, ++count);
}

function writeBatch(units: readonly ValueUnit[], folder: string, count: number): ValueFile[] {
  const home = join(folder, `batch-${String(count).padStart(3, "0")}`);
  mkdirSync(home, { recursive: true });
  return units.map((unit, index) => writeUnit(unit, home, `v${count}x${String(index).padStart(3, "0")}`));
}

const suffixes = { fragment: "", template: "@", instance: "@a-b", "drop-in": "" };

function writeUnit(unit: ValueUnit, home: string, stem: string): ValueFile {
  const { type, role, values } = unit;
  const fragment = join(home, `${stem}${suffixes[role]}.${type}`);
  const { text, ...places } = renderValues(values, role === "drop-in" ? "" : basis(type, stem));
  if (role !== "drop-in") {
    writeFileSync(fragment, text);
    return { path: fragment, fragment, ...places };
  }
  const path = join(`${fragment}.d`, "values.conf");
  mkdirSync(`${fragment}.d`);
  writeFileSync(fragment, basis(type, stem));
  writeFileSync(path, text);
  return { path, fragment, ...places };
}

/** The values by section behind a text, the last line being an unknown key. */
export function renderValues(
  values: readonly ValueOf[],
  before: string,
): Pick<ValueFile, "values" | "lastLine"> & { text: string } {
  const lines = before === "" ? [] : before.trimEnd().split("\n");
  const placed: PlacedValue[] = [];
  for (const section of new Set(values.map(({ directive }) => directive.section))) {
    lines.push(`[${section}]`);
    for (const one of values.filter(({ directive }) => directive.section === section)) {
      lines.push(`${one.directive.name}=${one.value}`);
      placed.push({ ...one, line: lines.length });
    }
  }
  lines.push("EndOfFile=reached");
  return { values: placed, lastLine: lines.length, text: `${lines.join("\n")}\n` };
}

/** What a unit needs to load. */
function basis(type: UnitType, stem: string): string {
  return `[Unit]\nDescription=Holds values\n${own[type]?.replaceAll("STEM", stem) ?? ""}`;
}

const own: Readonly<Partial<Record<UnitType, string>>> = {
  service: "[Service]\nType=oneshot\nExecStart=/bin/true\n",
  socket: "[Socket]\nListenStream=/run/STEM\n",
  mount: "[Mount]\nWhat=/dev/sdb1\nWhere=/STEM\n",
  automount: "[Automount]\nWhere=/STEM\n",
  swap: "[Swap]\nWhat=/STEM\n",
  timer: "[Timer]\nOnBootSec=1h\n",
  path: "[Path]\nPathExists=/STEM\n",
};
