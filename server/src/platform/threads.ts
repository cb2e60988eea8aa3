/** Threads that do jobs, each with the whole program in it. */
import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { THREAD_MARK } from "./thread-mark.ts";

/** Threads that take job after job. */
export interface Threads<Job, Outcome> {
  /** Does a job as soon as a thread is free, the first one first; what a thread throws is thrown. */
  run(job: Job): Promise<Outcome>;
  end(): Promise<void>;
}

/** As many as there are processors for. */
export function processorCount(): number {
  return availableParallelism();
}

/** Starts threads; undefined where the program is no script of its own that a thread could load, as in a single executable. */
export function openThreads<Job, Outcome>(count: number): Threads<Job, Outcome> | undefined {
  const program = process.argv[1];
  if (program === undefined || realpathSync(program) === realpathSync(process.execPath)) return undefined;
  const workers = Array.from({ length: count }, () => newThread(realpathSync(program)));
  const idle = [...workers];
  const waiting: Waiting<Job, Outcome>[] = [];
  const give = () => {
    const worker = waiting.length > 0 ? idle.pop() : undefined;
    const next = worker && waiting.shift();
    if (worker === undefined || next === undefined) return;
    work(worker, next, () => {
      idle.push(worker);
      give();
    });
  };
  return {
    run: job =>
      new Promise((done, failed) => {
        waiting.push({ job, done, failed });
        give();
      }),
    async end() {
      await Promise.all(workers.map(worker => worker.terminate()));
    },
  };
}

interface Waiting<Job, Outcome> {
  readonly job: Job;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
}

function newThread(program: string): Worker {
  return new Worker(program, { argv: [THREAD_MARK] });
}

function work<Job, Outcome>(worker: Worker, { job, done, failed }: Waiting<Job, Outcome>, next: () => void): void {
  const settle = () => worker.off("message", onMessage).off("error", onError).off("exit", onExit);
  const onMessage = (outcome: Outcome) => {
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
