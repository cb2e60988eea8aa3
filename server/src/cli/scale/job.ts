/** Judges a part of what the arguments name, as plain data; in a thread of its own or not. */

import { lintPaths } from "../lint-paths.ts";
import type { LintArguments } from "../options.ts";
import { joinReports } from "../report/merge-reports.ts";
import type { Report } from "../report/report.ts";
import { reportOf } from "../report/report-of.ts";
import { UsageError } from "../usage-error.ts";
import type { Part } from "./part.ts";
import type { Tree } from "./trees.ts";

/** What to judge: a tree by itself, or a part of all that is named. */
export type Job = { readonly args: LintArguments } & ({ readonly tree: Tree } | { readonly part: Part });

/** What came of it; a request that makes no sense is told by its message, as errors lose their kind between threads. */
export type JobOutcome = { readonly report: Report; readonly notes: readonly string[] } | { readonly refused: string };

/** Does a job. */
export async function doJob(job: Job): Promise<JobOutcome> {
  try {
    return "tree" in job ? await lintTree(job.args, job.tree) : await lintPart(job.args, job.part);
  } catch (error) {
    if (error instanceof UsageError) return { refused: error.message };
    throw error;
  }
}

async function lintPart(args: LintArguments, part: Part): Promise<JobOutcome> {
  const { result, notes } = await lintPaths(args, part);
  return { report: reportOf(result), notes };
}

/** Files are ranked by their trees, so that shards of trees fit together. */
async function lintTree(args: LintArguments, { path, rank, isRoot }: Tree): Promise<JobOutcome> {
  const own = isRoot ? { paths: [], root: [path] } : { paths: [path] };
  const { result, notes } = await lintPaths({ ...args, ...own, trees: false }, undefined);
  const { shard: _, ...report } = reportOf(result);
  const { targets, files, checked } = report;
  const ranks = checked.map((_, i) => rank * MOST_FILES + i);
  const joined = joinReports([{ ...report, trees: [{ path, targets, files }], shard: { index: 1, of: 1, ranks } }]);
  return { report: joined, notes };
}

/** No tree has as many files. */
const MOST_FILES = 2 ** 31;
