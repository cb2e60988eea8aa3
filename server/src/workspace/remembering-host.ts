/** A host that lists each folder once: what a run looks for is in the same folders as what it refers to. */
import type { FileHost, ListOutcome } from "./file-host.ts";

/** The same host; a folder that changes during the run keeps its first listing. */
export function rememberingHost(host: FileHost): FileHost {
  const listings = new Map<string, ListOutcome>();
  return {
    ...host,
    list(path) {
      const known = listings.get(path) ?? host.list(path);
      listings.set(path, known);
      return known;
    },
  };
}
