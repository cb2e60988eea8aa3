/** Linting in parts: trees, shards and threads; each part is judged as the whole run judges it, and the parts come out in one order. */
import { defaultSettings } from "../../lint/preset.ts";
import { diskHost } from "../../platform/disk-host.ts";
import { rememberingHost } from "../../workspace/remembering-host.ts";
import type { LintArguments } from "../options.ts";
import { joinReports } from "../report/merge-reports.ts";
import type { Report } from "../report/report.ts";
import { readTargets } from "../targets.ts";
import { UsageError } from "../usage-error.ts";
import { doJobs, jobCount } from "./do-jobs.ts";
import type { Job } from "./job.ts";
import { isIn, readShard, splitPart, whole } from "./part.ts";
import { treesOf } from "./trees.ts";

/** What was judged: the parts in their order as they come, each already a report by itself. */
export interface ScaledRun {
  readonly parts: AsyncIterable<Report>;
  /** What is to be told of the targets, once all parts are there. */
  readonly notes: ReadonlySet<string>;
  /** Makes one report of the parts, or of none. */
  join(parts: readonly Report[]): Report;
}

/** Starts the run that the arguments ask for. */
export async function lintAtScale(args: LintArguments): Promise<ScaledRun> {
  if (args.stdin) throw new UsageError("standard input is one text: leave out --jobs, --shard and --trees");
  const part = args.shard === undefined ? whole : readShard(args.shard);
  const count = jobCount(args.jobs);
  const { jobs, first } = args.trees ? await treeJobs(args) : { jobs: partJobs(args, count), first: [] };
  const notes = new Set<string>();
  const shard = args.shard === undefined ? undefined : { index: part.remainder + 1, of: part.parts };
  return {
    notes,
    parts: outcomes(jobs, count, notes),
    join(parts) {
      const { shard: found, ...report } = joinReports([...first, ...parts]);
      return shard === undefined ? report : { ...report, shard: { ...shard, ranks: found?.ranks ?? [] } };
    },
  };
}

async function* outcomes(jobs: readonly Job[], count: number, notes: Set<string>): AsyncGenerator<Report> {
  for await (const outcome of doJobs(jobs, count)) {
    if ("refused" in outcome) throw new UsageError(outcome.refused);
    for (const note of outcome.notes) notes.add(note);
    yield outcome.report;
  }
}

function partJobs(args: LintArguments, count: number): readonly Job[] {
  const part = args.shard === undefined ? whole : readShard(args.shard);
  return splitPart(part, count).map(part => ({ args, part }));
}

/** A job for each tree of this part; what is wrong with the arguments is told beside. */
async function treeJobs(args: LintArguments): Promise<{ jobs: readonly Job[]; first: readonly Report[] }> {
  const part = args.shard === undefined ? whole : readShard(args.shard);
  const { trees, errors } = await treesOf(args, rememberingHost(diskHost));
  const jobs = trees.filter(({ path }) => isIn(part, path)).map(tree => ({ args, tree }));
  return { jobs, first: [await emptyReport(args, errors)] };
}

/** Of a run, or a shard of one, in which there is no tree. */
async function emptyReport(
  { preset = defaultSettings.preset, target }: LintArguments,
  errors: Report["errors"],
): Promise<Report> {
  const targets = await readTargets(target.length > 0 ? target : ["262"]);
  return {
    version: 1,
    preset,
    targets: targets.map(({ name }) => name),
    versions: Object.fromEntries(targets.map(({ name, catalog }) => [name, catalog.version])),
    files: 0,
    checked: [],
    findings: [],
    suppressed: [],
    errors,
    skipped: [],
    summary: { error: 0, warning: 0, info: 0, fixable: 0, affected: 0, suppressed: 0 },
  };
}
