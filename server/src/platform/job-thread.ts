/** The inside of a thread that does jobs for the program which started it. */
import { isMainThread, parentPort, workerData } from "node:worker_threads";

/** What a thread is given, by which it knows that it is to do jobs. */
export const THREAD_MARK = "unitlint: do jobs";

/** Whether this is such a thread. */
export function isJobThread(): boolean {
  return !isMainThread && workerData === THREAD_MARK;
}

/** Does each job that is sent, and sends back what came of it, until the thread is ended from outside; what is thrown ends it too. */
export function serveJobs<Job, Outcome>(work: (job: Job) => Promise<Outcome>): Promise<never> {
  return new Promise((_, failed) => {
    parentPort?.on("message", (job: Job) => {
      work(job).then(outcome => parentPort?.postMessage(outcome), failed);
    });
  });
}
