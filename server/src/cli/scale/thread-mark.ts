/** By this a thread knows that it is to do jobs. */
export const THREAD_MARK = "unitlint: do jobs";
