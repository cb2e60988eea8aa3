/** The inside of a thread: does each job that is sent to it, and sends back what came of it. */
import { parentPort } from "node:worker_threads";
import { doJob, type Job } from "./lint-part.ts";

/** Waits for jobs until the thread is ended from outside. */
export function serveJobs(): Promise<never> {
  parentPort?.on("message", (job: Job) => {
    doJob(job).then(
      outcome => parentPort?.postMessage(outcome),
      error => {
        throw error;
      },
    );
  });
  return new Promise(() => {});
}
