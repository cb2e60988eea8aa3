/** What fixes did, in lines for people. */
import type { Finding } from "../../lint/finding.ts";
import type { FixReport } from "../result.ts";
import { printable } from "../terminal.ts";

/** A line for what was mended, one for what could not be written, one for each fix that was not applied, and one for what `--unsafe-fixes` would do besides. */
export function fixSummary({ fixed, unwritten, notFixed, files }: FixReport, style: SummaryStyle): string {
  const [did, did_not] = style.isDone ? ["fixed", "not fixed"] : ["would fix", "would not fix"];
  const lines = [
    ...(fixed.length === 0 ? [] : [`${did} ${fixed.length} in ${count(files, "file")}: ${tally(fixed)}`]),
    ...(unwritten.length === 0 ? [] : [`could not be written: ${lost(unwritten)}`]),
    ...(fixed.length + unwritten.length === 0 && style.judged > 0 ? ["nothing to fix"] : []),
    ...notFixed.map(({ path, line, rule, fix, reason }) => `${did_not}: ${path}:${line} ${rule}: ${fix}; ${reason}`),
    ...(style.unsafe > 0 ? [`${count(style.unsafe, "more finding")} could be mended with --unsafe-fixes`] : []),
  ];
  return lines.map(line => `unitlint: ${printable(line)}\n`).join("");
}

/** What else the lines depend on. */
export interface SummaryStyle {
  /** Whether files were written. */
  readonly isDone: boolean;
  /** How many files were looked at. */
  readonly judged: number;
  /** How many findings have fixes that were not asked for. */
  readonly unsafe: number;
}

/** How many of the findings that are left have fixes, none of which was tried. */
export function untried(findings: readonly Finding[], { unwritten, notFixed }: FixReport): number {
  const tried = [...unwritten, ...notFixed];
  const isTried = ({ rule, file, message }: Finding) =>
    tried.some(one => one.rule === rule && one.path === file.path && one.message === message);
  return findings.filter(finding => finding.fixes.length > 0 && !isTried(finding)).length;
}

/** `2 fixes in 1 file`. */
function lost(unwritten: FixReport["unwritten"]): string {
  const files = new Set(unwritten.map(({ path }) => path)).size;
  return `${unwritten.length} ${unwritten.length === 1 ? "fix" : "fixes"} in ${count(files, "file")}`;
}

/** `2 unknown-directive, 1 invalid-value`, the most first. */
function tally(fixed: FixReport["fixed"]): string {
  const counts = new Map<string, number>();
  for (const { rule } of fixed) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([rule, n]) => `${n} ${rule}`).join(", ");
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
