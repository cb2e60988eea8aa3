/** Reads reports that unitlint wrote: JSON documents and JSON lines, any number of them one behind the other. */
import { presets } from "../../lint/preset.ts";
import type { Report, ReportFinding, ReportTree, Shard } from "./report.ts";

/** All reports of a text, and what is wrong with it (one line, no final period). */
export function readReports(text: string): {
  readonly reports: readonly Report[];
  readonly problems: readonly string[];
} {
  const reports: Report[] = [];
  const problems: string[] = [];
  const take = (read: Report | string) => {
    if (typeof read === "string") problems.push(read);
    else reports.push(read);
  };
  if (/^\s*\{"header"/.test(text)) for (const lines of reportsInLines(text)) take(fromLines(lines));
  else for (const document of text.split(/(?<=^\}\n)(?=\{)/m)) take(fromDocument(document));
  return { reports, problems };
}

const FOREIGN = "is no report of unitlint in the format json or ndjson";

function fromDocument(text: string): Report | string {
  const report = parse(text);
  if (report === undefined) return text.trim() === "" ? "is empty" : FOREIGN;
  return isReport(report) ? report : FOREIGN;
}

function* reportsInLines(text: string): Generator<readonly string[]> {
  let lines: string[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (line.startsWith('{"header"') && lines.length > 0) {
      yield lines;
      lines = [];
    }
    lines.push(line);
  }
  yield lines;
}

/** The summary comes last, so that a report which is cut off is known by its lack. */
function fromLines(lines: readonly string[]): Report | string {
  const records = lines.map(parse);
  const header = records[0]?.header;
  const summary = records.at(-1)?.summary;
  if (!isObject(header) || records.slice(0, -1).includes(undefined)) return FOREIGN;
  if (!isObject(summary)) return "is cut off: its last line is no summary";
  const all = (kind: string) => records.flatMap(record => record?.[kind] ?? []);
  const judged = all("judged").filter(isJudged);
  const files = all("file").filter(isObject);
  const trees = all("tree");
  const report: Loose = {
    ...header,
    targets: [...new Set(judged.flatMap(({ targets }) => targets))],
    versions: Object.assign({}, ...judged.map(({ versions }) => versions)),
    files: summary.files,
    checked: files.map(({ path }) => path),
    ...(trees.length > 0 && { trees }),
    ...(isObject(header.shard) && { shard: { ...header.shard, ranks: files.map(({ rank }) => rank) } }),
    findings: all("finding"),
    suppressed: all("suppressed"),
    errors: all("error"),
    skipped: all("skipped"),
    summary: summary.counts,
  };
  return isReport(report) ? report : FOREIGN;
}

type Loose = Readonly<Record<string, unknown>>;

function parse(text: string): Loose | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it has the shape that reporters rely on. */
function isReport(value: Loose): value is Loose & Report {
  const {
    version,
    preset,
    targets,
    versions,
    files,
    checked,
    findings,
    suppressed,
    errors,
    skipped,
    summary,
    shard,
    trees,
  } = value;
  return (
    version === 1 &&
    presets.some(known => known === preset) &&
    isList(targets, isText) &&
    isObject(versions) &&
    isCount(files) &&
    isList(checked, isText) &&
    isList(findings, isFinding) &&
    isList(suppressed, finding => isFinding(finding) && isObject(finding.suppression)) &&
    isList(errors, error => hasTexts(error, ["path", "message"])) &&
    isList(skipped, file => hasTexts(file, ["path", "reason"])) &&
    hasCounts(summary, ["error", "warning", "info", "fixable", "affected", "suppressed"]) &&
    (shard === undefined || isShard(shard)) &&
    (trees === undefined || isList(trees, isTree))
  );
}

function isJudged(value: unknown): value is Pick<Report, "targets" | "versions"> {
  return isObject(value) && isList(value.targets, isText) && isObject(value.versions);
}

function isShard(value: unknown): value is Shard {
  return hasCounts(value, ["index", "of"]) && isList(value.ranks, isCount);
}

function isTree(value: unknown): value is ReportTree {
  return hasTexts(value, ["path"]) && hasCounts(value, ["files"]) && isList(value.targets, isText);
}

function isFinding(value: unknown): value is ReportFinding {
  return (
    isPlace(value) &&
    hasTexts(value, ["rule", "category", "systemd", "scope", "message", "effect", "unit", "fingerprint"]) &&
    (value.severity === "error" || value.severity === "warning" || value.severity === "info") &&
    hasCounts(value, ["logicalLine", "logicalEndLine", "offset", "endOffset"]) &&
    isList(value.targets, isText) &&
    typeof value.partial === "boolean" &&
    isList(value.frame, isFrameLine) &&
    isList(value.related, place => isPlace(place) && isText(place.message)) &&
    isList(value.fixes, fix => hasTexts(fix, ["title", "safety"]) && isList(fix.edits, isPlace))
  );
}

function isFrameLine(value: unknown): boolean {
  const isWhole = hasTexts(value, ["text"]) && hasCounts(value, ["line"]) && isMark(value.mark);
  return isWhole && (value.from === undefined || isCount(value.from));
}

function isMark(value: unknown): boolean {
  return value === undefined || (hasTexts(value, ["kind"]) && hasCounts(value, ["column", "endColumn"]));
}

function isPlace(value: unknown): value is Loose {
  return hasTexts(value, ["path"]) && hasCounts(value, ["line", "column", "endLine", "endColumn"]);
}

function hasTexts(value: unknown, names: readonly string[]): value is Loose {
  return isObject(value) && names.every(name => isText(value[name]));
}

function hasCounts(value: unknown, names: readonly string[]): value is Loose {
  return isObject(value) && names.every(name => isCount(value[name]));
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
