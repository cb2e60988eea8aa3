/** One report out of several: of shards, of trees, of machines. */
import { byPath } from "../../workspace/path.ts";
import type { InputError } from "../result.ts";
import { UsageError } from "../usage-error.ts";
import { inOrder, oneOfEach } from "./order.ts";
import type { Report, ReportFinding, Summary } from "./report.ts";
import { parted, summaryOf } from "./report-of.ts";

/**
 * Shards come out as the run that they are parts of, and one that is missing is an error of the report; other reports come one behind the other.
 * Throws a UsageError for reports that do not fit together.
 */
export function mergeReports(reports: readonly Report[]): Report {
  const shards = reports.filter(({ shard }) => shard !== undefined);
  const [of, ...others] = new Set(shards.map(({ shard }) => shard?.of ?? 0));
  if (of === undefined) return joinReports(reports);
  if (others.length > 0 || shards.length < reports.length)
    throw new UsageError("these are shards of different runs; merge those of each run first");
  const { shard: _, ...joined } = joinReports(reports);
  return { ...joined, errors: [...joined.errors, ...missingShards(shards, of)] };
}

function missingShards(shards: readonly Report[], of: number): InputError[] {
  const counts = new Map<number, number>();
  for (const { shard } of shards) counts.set(shard?.index ?? 0, (counts.get(shard?.index ?? 0) ?? 0) + 1);
  const twice = [...counts].find(([, count]) => count > 1);
  if (twice !== undefined) throw new UsageError(`shard ${twice[0]}/${of} is there ${twice[1]} times`);
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter(index => !counts.has(index));
  return missing.map(index => ({ path: `shard ${index}/${of}`, message: "its report is missing" }));
}

/** The same without a look at whether all shards are there; the ranks of what was checked stay. */
export function joinReports(reports: readonly Report[]): Report {
  const [first] = reports;
  if (first === undefined) throw new UsageError("there is no report to merge");
  const preset = reports.find(({ preset }) => preset !== first.preset)?.preset;
  if (preset !== undefined)
    throw new UsageError(`the reports were made with different presets: ${first.preset}, ${preset}`);
  const shard = reports.find(({ shard }) => shard !== undefined)?.shard;
  const { checked, ranks } = joinChecked(reports);
  const found = inOrder(
    oneOfEach(reports.flatMap(({ findings, suppressed }) => [...findings, ...suppressed])),
    checked,
  );
  const trees = unique(
    reports.flatMap(({ trees }) => trees ?? []),
    ({ path }) => path,
  ).toSorted(byPath);
  const targets = [...new Set((trees.length > 0 ? trees : reports).flatMap(({ targets }) => targets))];
  const versions = Object.assign({}, ...reports.map(({ versions }) => versions));
  const errors = unique(
    reports.flatMap(({ errors }) => errors),
    ({ path, message }) => `${path}\n${message}`,
  );
  const skipped = unique(
    reports.flatMap(({ skipped }) => skipped),
    ({ path, reason }) => `${path}\n${reason}`,
  );
  return {
    version: 1,
    preset: first.preset,
    targets,
    versions: Object.fromEntries(targets.flatMap(name => (name in versions ? [[name, versions[name]]] : []))),
    files: reports.reduce((sum, { files }) => sum + files, 0),
    checked,
    ...(trees.length > 0 && { trees }),
    ...(ranks && shard && { shard: { ...shard, ranks } }),
    ...parted(found),
    errors: trees.length > 0 ? errors.toSorted(byPath) : errors,
    skipped: trees.length > 0 ? skipped.toSorted(byPath) : skipped,
    summary: joinSummaries(reports, found),
  };
}

/** The files of all reports; those of shards by their ranks, others in the order of the reports. */
function joinChecked(reports: readonly Report[]): { checked: readonly string[]; ranks?: readonly number[] } {
  if (reports.every(({ shard }) => shard === undefined))
    return { checked: [...new Set(reports.flatMap(({ checked }) => checked))] };
  const ranked = reports
    .flatMap(({ checked, shard }) => checked.map((path, i) => ({ path, rank: shard?.ranks[i] ?? 0 })))
    .sort((a, b) => a.rank - b.rank);
  return { checked: ranked.map(({ path }) => path), ranks: ranked.map(({ rank }) => rank) };
}

/** Counts again, unless `--quiet` left out what would have to be counted. */
function joinSummaries(reports: readonly Report[], findings: readonly ReportFinding[]): Summary {
  const isWhole = ({ findings, summary: { error, warning, info } }: Report) =>
    findings.length === error + warning + info;
  if (reports.every(isWhole)) return summaryOf(findings);
  const sum = (name: keyof Summary) => reports.reduce((total, { summary }) => total + summary[name], 0);
  return {
    error: sum("error"),
    warning: sum("warning"),
    info: sum("info"),
    fixable: sum("fixable"),
    affected: sum("affected"),
    suppressed: sum("suppressed"),
  };
}

/** Of things that are the same, the first. */
function unique<Thing>(things: readonly Thing[], identity: (thing: Thing) => string): Thing[] {
  const seen = new Set<string>();
  return things.filter(thing => {
    const name = identity(thing);
    return !seen.has(name) && seen.add(name);
  });
}
