/** What a service manager prints about cycles of ordering. systemd: transaction_verify_order_one(), src/core/transaction.c */

/** The cycles, each as the ids of its units in turn. */
export function readCycles(messages: string): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  for (const [, rest = "", first = "", next = ""] of messages.matchAll(cyclePattern)) {
    if (rest !== "") cycles.push(rest.split(" after ").map(unitOf));
    else if (first !== "") cycles.push([unitOf(first)]);
    else cycles.at(-1)?.push(unitOf(next));
  }
  return cycles;
}

/** One line a cycle since 258, one line a member before. */
const cyclePattern = /Found ordering cycle: (.+) - after |Found ordering cycle on (\S+)|Found dependency on (\S+)/g;

/** The units whose jobs were deleted to break them. */
export function readDeleted(messages: string): readonly string[] {
  return [...messages.matchAll(/Job (\S+) deleted to break ordering cycle/g)].map(([, job = ""]) => unitOf(job));
}

function unitOf(job: string): string {
  return job.slice(0, job.lastIndexOf("/"));
}
