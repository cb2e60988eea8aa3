/** Exposures for people: all assessments of one unit, or a line for each of several. */
import { type Assessment, exposureText, type Level } from "../../exposure/exposure.ts";
import type { JudgedUnit } from "../commands/security.ts";
import { type Paint, printable } from "../terminal.ts";
import type { ExposureReporter } from "./exposure.ts";

/** What would help most comes first; of several units, the most exposed one. */
export const exposureHuman: ExposureReporter = (judged, { paint, target }) => {
  const [only, ...others] = judged;
  if (only === undefined) return "";
  const text = others.length === 0 ? table(only, paint) : overview(judged, paint);
  return `${text}\n${paint("dim", `Assessed as by systemd ${target.version}.`)}\n`;
};

function table({ unit, exposure }: JudgedUnit, paint: Paint): string {
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

function overview(judged: readonly JudgedUnit[], paint: Paint): string {
  const sorted = judged.toSorted((a, b) => b.exposure.tenths - a.exposure.tenths || (a.unit.id < b.unit.id ? -1 : 1));
  const width = Math.max(4, ...sorted.map(({ unit }) => printable(unit.id).length));
  const lines = sorted.map(({ unit, exposure: { tenths, level } }) => {
    const cells = `${exposureText(tenths).padStart(8)} ${level}`;
    return `${printable(unit.id).padEnd(width)} ${tint(level, paint)(cells)}`;
  });
  return [paint("strong", `${"UNIT".padEnd(width)} EXPOSURE PREDICATE`), ...lines, ""].join("\n");
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

function tint(level: Level, paint: Paint): (text: string) => string {
  const ink = inks[level];
  return ink === undefined ? text => text : text => paint(ink, text);
}

const inks: Readonly<Partial<Record<Level, "error" | "warning" | "good">>> = {
  DANGEROUS: "error",
  UNSAFE: "error",
  EXPOSED: "warning",
  OK: "good",
  SAFE: "good",
  PERFECT: "good",
};
