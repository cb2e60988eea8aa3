/** The file of `--baseline`: findings that are let through, a line each. */
import type { Finding, RuleId } from "../lint/finding.ts";
import { type Fingerprint, fingerprints } from "../lint/fingerprint.ts";
import { defaultSettings, isWanted, type Preset, presets, type RuleSettings } from "../lint/preset.ts";
import { rules } from "../rules/index.ts";

/** One finding that is let through. */
export interface BaselineEntry {
  /** As seen from the folder of the baseline. */
  readonly path: string;
  readonly rule: RuleId;
  /** For readers; the fingerprint says which finding it is. */
  readonly message: string;
  readonly fingerprint: Fingerprint;
  /** By which it was told; absent for the usual one. */
  readonly preset?: Preset;
}

/** The entries of findings; those of one file come together. */
export function entriesOf(
  findings: readonly Finding[],
  nameOf: (path: string) => string,
  presetOf: (path: string) => Preset,
): readonly BaselineEntry[] {
  const prints = fingerprints(findings, nameOf);
  return findings.map(({ file, rule, message }, i): BaselineEntry => {
    const preset = presetOf(file.path);
    const entry = { path: nameOf(file.path), rule, message, fingerprint: prints[i] ?? "" };
    return preset === defaultSettings.preset ? entry : { ...entry, preset };
  });
}

/** Whether a run with these settings would tell the finding again, if it were still there. */
export function isLookedFor(
  { rule: id, preset = defaultSettings.preset }: BaselineEntry,
  settings: RuleSettings,
): boolean {
  const rule = rules.find(rule => rule.id === id);
  const tellsAll = settings.preset === preset || (settings.preset === "all" && preset !== "verify");
  return rule === undefined || (tellsAll && isWanted(settings, rule));
}

/** The text of a baseline, the same for the same entries in whatever order. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(byPlace).map(({ path, rule, message, fingerprint, preset }) => {
    return `    ${JSON.stringify({ path, rule, message, fingerprint, preset })}`;
  });
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "unitlintBaseline": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** Reads what `baselineText` wrote, or says what is wrong with it (one line, no final period). */
export function parseBaseline(text: string): readonly BaselineEntry[] | { readonly problem: string } {
  const data = parseJson(text);
  if (data === undefined)
    return { problem: /^(?:<{7}|={7}|>{7})/m.test(text) ? "holds the marks of a merge conflict" : "is no JSON" };
  if (!isObject(data) || !("unitlintBaseline" in data)) return { problem: "is no baseline of unitlint" };
  if (data.unitlintBaseline !== VERSION) return { problem: "is a baseline of another release of unitlint" };
  if (!Array.isArray(data.findings)) return { problem: "lacks its list of findings" };
  const broken = data.findings.findIndex(entry => !isEntry(entry));
  return broken < 0 ? data.findings : { problem: `entry ${broken + 1} lacks its path, rule, message or fingerprint` };
}

const VERSION = 1;

/** By code units, which are the same everywhere. */
function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  const [one, other] = [a, b].map(({ path, rule, message, fingerprint }) => [path, rule, message, fingerprint]);
  for (let i = 0; i < 4; i++) {
    const [x = "", y = ""] = [one?.[i], other?.[i]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function isEntry(entry: unknown): entry is BaselineEntry {
  if (!isObject(entry)) return false;
  if (entry.preset !== undefined && !presets.some(preset => preset === entry.preset)) return false;
  return ["path", "rule", "message", "fingerprint"].every(key => typeof entry[key] === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
