/** The last line of the human report: how many findings, where, for which systemd, and what was left out. */
import { CONFIG_RULE } from "../../lint/config/mistake.ts";
import { defaultSettings } from "../../lint/preset.ts";
import type { Report } from "../report/report.ts";
import type { SkippedFile } from "../result.ts";
import { type Paint, printable } from "../terminal.ts";
import { targetsInWords } from "./target-names.ts";

/** One line without its newline, such as `3 errors, 1 warning in 2 of 14 files (systemd 262); 2 fixable`. */
export function summaryLine(report: Report, paint: Paint): string {
  return [
    `${verdict(report, paint)} (${judgedBy(report)})`,
    ...fixable(report),
    ...suppressed(report),
    ...skippedKinds(report.skipped),
    ...skippedPaths(report.skipped),
    ...unread(report),
  ].join("; ");
}

function verdict(report: Report, paint: Paint): string {
  const { files, summary, withheld = 0 } = report;
  if (summary.affected > 0) return `${severities(report, paint)} in ${affected(report)}`;
  if (files === 0) return "No unit files to check";
  return `${paint("good", withheld > 0 ? "No new problems" : "No problems")} in ${count(files, "unit file")}`;
}

function severities({ summary }: Report, paint: Paint): string {
  const told = (["error", "warning", "info"] as const).filter(severity => summary[severity] > 0);
  return told.map(severity => paint(severity, count(summary[severity], severity))).join(", ");
}

function affected({ files, findings, summary }: Report): string {
  const configs = new Set(findings.filter(({ rule }) => rule === CONFIG_RULE).map(({ path }) => path));
  const all = files + configs.size;
  return all === 1 ? "1 file" : `${summary.affected} of ${count(all, "file")}`;
}

function judgedBy({ targets, versions, preset }: Report): string {
  const systemd = targetsInWords(targets, versions);
  return preset === defaultSettings.preset ? systemd : `${systemd}, preset ${preset}`;
}

function fixable({ summary: { fixable } }: Report): string[] {
  return fixable === 0 ? [] : [`${fixable} fixable`];
}

function suppressed({ summary: { suppressed } }: Report): string[] {
  return suppressed === 0 ? [] : [`${suppressed} suppressed`];
}

function skippedKinds(skipped: readonly SkippedFile[]): string[] {
  const kinds = skipped.filter(({ reason }) => reason === "unsupported").map(({ path }) => kindOf(path));
  const tally = new Map<string, number>();
  for (const kind of kinds) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  const [first, ...others] = [...tally].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (first === undefined) return [];
  const files = `skipped ${count(kinds.length, "file")} of`;
  if (others.length === 0) return [`${files} a kind not supported yet: ${printable(first[0])}`];
  return [
    `${files} kinds not supported yet: ${[first, ...others].map(([kind, n]) => `${n} ${printable(kind)}`).join(", ")}`,
  ];
}

/** `.network` of `a.network` and of `a.network.d/x.conf`. */
function kindOf(path: string): string {
  const [folder = "", name = path] = path.split("/").slice(-2);
  const owner = name.endsWith(".conf") && folder.endsWith(".d") ? folder.slice(0, -2) : name;
  return owner.slice(Math.max(0, owner.lastIndexOf(".")));
}

/** A run that leaves something out says what: the first few by their paths. */
function skippedPaths(skipped: readonly SkippedFile[]): string[] {
  return reasons.flatMap(([reason, word, more]) => {
    const paths = skipped.filter(file => file.reason === reason).map(({ path }) => printable(path));
    if (paths.length === 0) return [];
    const named = paths.slice(0, NAMED).join(", ");
    const others = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : "";
    return [`skipped ${count(paths.length, word)}${more}: ${named}${others}`];
  });
}

const NAMED = 3;

const reasons = [
  ["dangling link", "dangling link", ""],
  ["link loop", "link loop", ""],
  ["invalid name", "unit", " with a name that systemd passes over"],
  ["special file", "special file", " (pipe, socket, device)"],
  ["binary", "binary file", ""],
] as const;

function unread({ errors }: Report): string[] {
  return errors.length === 0 ? [] : [`${count(errors.length, "path")} could not be read`];
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
