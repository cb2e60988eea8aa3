/** Parts of a run: which folders of units, or which trees, belong to which. */
import { plainPath } from "../../lint/fingerprint.ts";
import { stableHash } from "../../text/stable-hash.ts";
import { UsageError } from "../usage-error.ts";

/** What has the remainder `remainder` of `parts`, by the hash of its path. */
export interface Part {
  readonly remainder: number;
  readonly parts: number;
}

/** Reads the `2/4` of `--shard`; throws a UsageError for anything else. */
export function readShard(word: string): Part {
  const [, index, of] = /^([0-9]{1,6})\/([0-9]{1,6})$/.exec(word) ?? [];
  if (Number(index) >= 1 && Number(index) <= Number(of)) return { remainder: Number(index) - 1, parts: Number(of) };
  throw new UsageError(`--shard ${word}: write which of how many, such as 1/4 to 4/4`);
}

/** Splits a part among `jobs`; together they are the part. */
export function splitPart({ remainder, parts }: Part, jobs: number): readonly Part[] {
  return Array.from({ length: jobs }, (_, job) => ({ remainder: remainder + parts * job, parts: parts * jobs }));
}

/** Whether a path belongs to a part: always the same one, whatever else there is. */
export function isIn({ remainder, parts }: Part, path: string): boolean {
  return parts === 1 || Number.parseInt(stableHash(plainPath(path)).slice(0, 8), 16) % parts === remainder;
}

/** All there is. */
export const whole: Part = { remainder: 0, parts: 1 };
