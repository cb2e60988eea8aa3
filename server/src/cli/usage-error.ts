/** A request that makes no sense: shown as one line, exit status 2. */
export class UsageError extends Error {}
