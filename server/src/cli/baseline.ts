/** The file of `--baseline`: findings that are let through, a line each. */
import type { Finding, RuleId } from "../lint/finding.ts";
import { type Fingerprint, fingerprints } from "../lint/fingerprint.ts";

/** One finding that is let through. */
export interface BaselineEntry {
  /** As seen from the folder of the baseline. */
  readonly path: string;
  readonly rule: RuleId;
  /** For readers; the fingerprint says which finding it is. */
  readonly message: string;
  readonly fingerprint: Fingerprint;
}

/** The entries of findings; those of one file come together. */
export function entriesOf(findings: readonly Finding[], nameOf: (path: string) => string): readonly BaselineEntry[] {
  const prints = fingerprints(findings, nameOf);
  return findings.map(({ file, rule, message }, i) => ({
    path: nameOf(file.path),
    rule,
    message,
    fingerprint: prints[i] ?? "",
  }));
}

/** The text of a baseline, the same for the same entries in whatever order. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(byPlace).map(({ path, rule, message, fingerprint }) => {
    return `    ${JSON.stringify({ path, rule, message, fingerprint })}`;
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
