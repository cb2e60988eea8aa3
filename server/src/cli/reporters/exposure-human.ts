/** Exposures for people: all assessments of one unit, or a line for each of several. */
import { exposureText } from "../../exposure/exposure.ts";
import type { JudgedUnit } from "../../reports/exposure.ts";
import { exposureTable, tint } from "../../reports/exposure.ts";
import { type Paint, printable } from "../terminal.ts";
import type { ExposureReporter } from "./exposure.ts";

/** What would help most comes first; of several units, the most exposed one. */
export const exposureHuman: ExposureReporter = (judged, { paint, target }) => {
  const [only, ...others] = judged;
  if (only === undefined) return "";
  const text = others.length === 0 ? exposureTable(only, paint) : overview(judged, paint);
  return `${text}\n${paint("dim", `Assessed as by systemd ${target.version}.`)}\n`;
};

function overview(judged: readonly JudgedUnit[], paint: Paint): string {
  const sorted = judged.toSorted((a, b) => b.exposure.tenths - a.exposure.tenths || (a.unit.id < b.unit.id ? -1 : 1));
  const width = Math.max(4, ...sorted.map(({ unit }) => printable(unit.id).length));
  const lines = sorted.map(({ unit, exposure: { tenths, level } }) => {
    const cells = `${exposureText(tenths).padStart(8)} ${level}`;
    return `${printable(unit.id).padEnd(width)} ${tint(level, paint)(cells)}`;
  });
  return [paint("strong", `${"UNIT".padEnd(width)} EXPOSURE PREDICATE`), ...lines, ""].join("\n");
}
