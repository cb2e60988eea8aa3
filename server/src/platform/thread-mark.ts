/** What a thread gets as its first argument, by which the program knows that it is to do jobs. */
export const THREAD_MARK = "unitlint: do jobs";
