/** `--baseline`: a run beside the findings that are let through. */
import { absolutePath, relativePath } from "../platform/process.ts";
import { replaceFile } from "../platform/replace-file.ts";
import { writeNewText } from "../platform/write-text.ts";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.ts";
import { folderOf, joinPath } from "../workspace/path.ts";
import { type BaselineEntry, baselineText, entriesOf, isLookedFor, parseBaseline } from "./baseline.ts";
import { judgingsOf } from "./file-judging.ts";
import type { Judgement } from "./lint-inputs.ts";
import type { LintResult } from "./result.ts";
import { UsageError } from "./usage-error.ts";

/** Takes a line for people. */
export type Note = (text: string) => void;

/** The baseline and the run beside each other. */
interface Comparison {
  /** The entries that the file holds. */
  readonly known: readonly BaselineEntry[];
  /** One for each finding of the run. */
  readonly found: readonly BaselineEntry[];
  /** Entries of linted files whose rule was run, or of files that are gone, which nothing was found for. */
  readonly gone: ReadonlySet<BaselineEntry>;
  readonly note: Note;
}

/** The findings that no baseline knows, or none where it is written anew. Throws a UsageError where it cannot be read or written. */
export function withoutKnown(result: LintResult, baseline: string, judgement: Judgement, note: Note): LintResult {
  const { args, host } = judgement;
  const before = readBaseline(baseline, judgement);
  const folder = folderOf(absolutePath(baseline));
  const nameOf = (path: string) => (path.startsWith("<") ? path : relativePath(folder, path));
  const settingsOf = (path: string) => judgingsOf(judgement).of(path).settings;
  const found = entriesOf(result.findings, nameOf, path => settingsOf(path).preset);
  const linted = new Map((result.checked ?? []).map(path => [nameOf(path), path]));
  const prints = new Set(found.map(({ fingerprint }) => fingerprint));
  const isGone = (entry: BaselineEntry) => {
    const path = linted.get(entry.path);
    if (path === undefined) return host.kind(joinPath(folder, entry.path)) === "missing";
    return isLookedFor(entry, settingsOf(path));
  };
  const known = before?.entries ?? [];
  const gone = new Set(known.filter(entry => !prints.has(entry.fingerprint) && isGone(entry)));
  const comparison = { known, found, gone, note };
  if (args.updateBaseline === true) return update(result, baseline, comparison, before?.bytes);
  if (gone.size > 0)
    note(`${countOf(gone.size)} of ${baseline} ${gone.size === 1 ? "is" : "are"} gone; run --update-baseline`);
  const passed = new Set(known.map(({ fingerprint }) => fingerprint));
  const findings = result.findings.filter((_, i) => !passed.has(found[i]?.fingerprint ?? ""));
  const passing = result.findings.length - findings.length;
  if (passing > 0) note(`${countOf(passing)} let through by ${baseline}`);
  return { ...result, findings };
}

/** Writes the findings of the run, and keeps what is known of files that were not looked at. */
function update(
  result: LintResult,
  baseline: string,
  { known, found, gone, note }: Comparison,
  before?: Uint8Array,
): LintResult {
  if (result.errors.length > 0) {
    note(`${baseline} stays as it is, as not all could be read`);
    return result;
  }
  const prints = new Set(found.map(({ fingerprint }) => fingerprint));
  const kept = known.filter(entry => !gone.has(entry) && !prints.has(entry.fingerprint));
  const text = baselineText([...kept, ...found]);
  const problem = before === undefined ? writeNewText(baseline, text) : replaced(baseline, before, encodeUtf8(text));
  if (problem !== undefined) throw new UsageError(`--baseline ${baseline}: ${problem}`);
  const old = new Set(known.map(({ fingerprint }) => fingerprint));
  const added = found.filter(({ fingerprint }) => !old.has(fingerprint)).length;
  note(`${baseline} holds ${countOf(kept.length + found.length)}: ${added} new, ${gone.size} gone`);
  return { ...result, findings: [] };
}

function replaced(path: string, before: Uint8Array, after: Uint8Array): string | undefined {
  const outcome = replaceFile(path, before, after);
  return "problem" in outcome ? outcome.problem : undefined;
}

/** Undefined where it is about to be made. */
function readBaseline(
  path: string,
  { args, host }: Judgement,
): { readonly entries: readonly BaselineEntry[]; readonly bytes: Uint8Array } | undefined {
  const isMissing = host.kind(path) === "missing";
  if (isMissing && args.updateBaseline === true) return undefined;
  if (isMissing) throw new UsageError(`--baseline ${path}: no such file; --update-baseline makes it`);
  const outcome = host.read(path);
  if ("problem" in outcome) throw new UsageError(`--baseline ${path}: ${outcome.problem}`);
  const entries = parseBaseline(decodeUtf8(outcome.bytes));
  if (!("problem" in entries)) return { entries, bytes: outcome.bytes };
  throw new UsageError(`--baseline ${path}: ${entries.problem}; mend it, or remove it and run --update-baseline`);
}

/** Such as `1 finding`. */
export function countOf(findings: number): string {
  return `${findings} finding${findings === 1 ? "" : "s"}`;
}
