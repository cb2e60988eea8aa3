/** Does the jobs of a run, in threads where that is asked for. */
import { openThreads, processorCount } from "../../platform/threads.ts";
import { UsageError } from "../usage-error.ts";
import { doJob, type Job, type JobOutcome } from "./job.ts";

/** How many threads `--jobs` asks for. */
export function jobCount(word: string): number {
  if (word === "auto") return processorCount();
  const count = Number(word);
  if (/^[0-9]+$/.test(word) && count >= 1 && count <= 512) return count;
  throw new UsageError(`--jobs ${word}: write auto, or a number from 1 to 512`);
}

/** Does the jobs, `count` at once, and gives what came of them in their order, each as soon as all before it are there. */
export async function* doJobs(jobs: readonly Job[], count: number): AsyncGenerator<JobOutcome> {
  const wanted = Math.min(count, jobs.length);
  const threads = wanted > 1 ? openThreads<Job, JobOutcome>(wanted) : undefined;
  if (threads === undefined) {
    for (const job of jobs) yield await doJob(job);
    return;
  }
  try {
    yield* inOrder(jobs, job => threads.run(job), wanted * AHEAD);
  } finally {
    await threads.end();
  }
}

/** So many jobs for each thread are begun before the outcome of the first is taken, so that few are held. */
const AHEAD = 4;

async function* inOrder(
  jobs: readonly Job[],
  run: (job: Job) => Promise<JobOutcome>,
  ahead: number,
): AsyncGenerator<JobOutcome> {
  const begun: Promise<JobOutcome>[] = [];
  for (const job of jobs) {
    const outcome = run(job);
    outcome.catch(() => {});
    begun.push(outcome);
    const first = begun.length >= ahead ? begun.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const outcome of begun) yield await outcome;
}
