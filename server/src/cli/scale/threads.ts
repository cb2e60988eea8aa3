/** Does jobs in threads, each with the whole program in it. */
import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { UsageError } from "../usage-error.ts";
import { doJob, type Job, type JobOutcome } from "./lint-part.ts";
import { THREAD_MARK } from "./thread-mark.ts";

/** How many threads `--jobs` asks for. */
export function jobCount(word: string): number {
  if (word === "auto") return availableParallelism();
  const count = Number(word);
  if (/^[0-9]+$/.test(word) && count >= 1 && count <= 512) return count;
  throw new UsageError(`--jobs ${word}: write auto, or a number from 1 to 512`);
}

/** Does the jobs, `count` at once, and gives what came of them in their order, each as soon as all before it are there. */
export async function* doJobs(jobs: readonly Job[], count: number): AsyncGenerator<JobOutcome> {
  const threads = Math.min(count, jobs.length);
  if (threads <= 1 || process.argv[1] === undefined) {
    for (const job of jobs) yield await doJob(job);
    return;
  }
  const pool = newPool(process.argv[1], threads);
  try {
    const outcomes = jobs.map(job => pool.run(job));
    for (const outcome of outcomes) outcome.catch(() => {});
    for (const outcome of outcomes) yield await outcome;
  } finally {
    await pool.end();
  }
}

/** Threads that take job after job. */
interface Pool {
  run(job: Job): Promise<JobOutcome>;
  end(): Promise<void>;
}

interface Waiting {
  readonly job: Job;
  readonly done: (outcome: JobOutcome) => void;
  readonly failed: (error: unknown) => void;
}

function newPool(program: string, count: number): Pool {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const give = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else work(worker, next, () => give(worker));
  };
  const workers = Array.from({ length: count }, () => newThread(program));
  idle.push(...workers);
  return {
    run: job =>
      new Promise((done, failed) => {
        waiting.push({ job, done, failed });
        const worker = idle.pop();
        if (worker !== undefined) give(worker);
      }),
    async end() {
      await Promise.all(workers.map(worker => worker.terminate()));
    },
  };
}

function newThread(program: string): Worker {
  return new Worker(realpathSync(program), { workerData: THREAD_MARK, argv: [], execArgv: process.execArgv });
}

function work(worker: Worker, { job, done, failed }: Waiting, next: () => void): void {
  const settle = () => {
    worker.off("message", onMessage);
    worker.off("error", onError);
    worker.off("exit", onExit);
  };
  const onMessage = (outcome: JobOutcome) => {
    settle();
    done(outcome);
    next();
  };
  const onError = (error: unknown) => {
    settle();
    failed(error);
  };
  const onExit = (status: number) => onError(new Error(`a thread ended with status ${status}`));
  worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  worker.postMessage(job);
}
