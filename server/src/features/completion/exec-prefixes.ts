/** What may stand before the program of a command line. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { readPrefixes, shellPrefixSince } from "../../values/command.ts";
import type { Candidate } from "./candidate.ts";

/** The prefixes that may follow those that are there. */
export function execPrefixes(written: string, version: SystemdVersion): readonly Candidate[] {
  return meanings.flatMap(([sign, meaning]): Candidate[] => {
    const isAmbient = sign === "!" && written.includes("!");
    if (isAmbient && version >= shellPrefixSince) return [];
    if (readPrefixes(written + sign, version).length !== written.length + 1) return [];
    return [{ label: sign, kind: "operator", detail: isAmbient ? ambient : meaning }];
  });
}

const meanings: readonly (readonly [sign: string, meaning: string])[] = [
  ["-", "failure does not count"],
  ["@", "the word behind the program is its argv[0]"],
  [":", "variables are not replaced"],
  ["+", "with full privileges, without User= and sandbox"],
  ["!", "with the privileges of root, but sandboxed otherwise"],
  ["|", "by the user's shell"],
];

const ambient = "as !, unless the kernel has ambient capabilities";
