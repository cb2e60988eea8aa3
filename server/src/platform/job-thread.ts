/** The inside of a thread that does jobs for the program which started it. */
import { isMainThread, parentPort } from "node:worker_threads";

/** Whether this is no program of its own. */
export function isThread(): boolean {
  return !isMainThread;
}

/** Does each job that is sent, and sends back what came of it, until the thread is ended from outside; what is thrown ends it too. */
export function serveJobs<Job, Outcome>(work: (job: Job) => Promise<Outcome>): Promise<never> {
  return new Promise((_, failed) => {
    parentPort?.on("message", (job: Job) => {
      work(job).then(outcome => parentPort?.postMessage(outcome), failed);
    });
  });
}
