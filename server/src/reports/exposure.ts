/** The exposure of a unit as a table. */
import { type Assessment, type Exposure, exposureText, type Level } from "../exposure/exposure.ts";
import type { Unit } from "../model/unit.ts";
import type { Paint } from "../text/paint.ts";
import { printable } from "../text/printable.ts";

/** A unit and what was assessed of it. */
export interface JudgedUnit {
  readonly unit: Unit;
  readonly exposure: Exposure;
}

/** All assessments of one unit, those that would help most first, and what they come to. */
export function exposureTable({ unit, exposure }: JudgedUnit, paint: Paint): string {
  const sorted = exposure.assessments.toSorted((a, b) => weightOf(b) - weightOf(a));
  const rows = sorted.map(item => [mark(item), item.row.name, item.description, share(item)] as const);
  const [names, descriptions] = [1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const head = `  ${"NAME".padEnd(names ?? 0)} ${"DESCRIPTION".padEnd(descriptions ?? 0)} EXPOSURE`;
  const lines = rows.map(([sign, name, description, tenths]) => {
    const cells = `${name.padEnd(names ?? 0)} ${printable(description).padEnd(descriptions ?? 0)} ${tenths.padStart(8)}`;
    return `${paint(sign === "✓" ? "good" : "error", sign)} ${cells}`.trimEnd();
  });
  return [paint("strong", head), ...lines, "", verdict({ unit, exposure }, paint), ""].join("\n");
}

function verdict({ unit, exposure: { tenths, level } }: JudgedUnit, paint: Paint): string {
  return `→ ${paint("strong", `Overall exposure level for ${printable(unit.id)}`)}: ${tint(level, paint)(`${exposureText(tenths)} ${level}`)}`;
}

/** Colours what stands for a level. */
export function tint(level: Level, paint: Paint): (text: string) => string {
  const ink = inks[level];
  return ink === undefined ? text => text : text => paint(ink, text);
}

function mark({ set }: Assessment): string {
  return set === null ? " " : set ? "✓" : "✗";
}

function share({ exposure }: Assessment): string {
  return exposure === undefined ? "" : exposureText(exposure);
}

/** Bad ones by their share, then good ones, then those that do not apply. */
function weightOf({ set, badness = 0, weight, range }: Assessment): number {
  if (set === null) return -2;
  return set ? -1 : (badness * weight) / range;
}

const inks: Readonly<Partial<Record<Level, "error" | "warning" | "good">>> = {
  DANGEROUS: "error",
  UNSAFE: "error",
  EXPOSED: "warning",
  OK: "good",
  SAFE: "good",
  PERFECT: "good",
};
