/** One capability. systemd: capability_from_name(), src/basic/capability-list.c */

import type { SystemdVersion } from "../catalog/directive.ts";
import { wordsOf } from "../catalog/enums.ts";
import { readInteger } from "./integer.ts";
import type { Vocabulary } from "./word-list.ts";

/** Names in any case, or numbers up to the last one that fits; numbers without a name may be of a newer kernel. */
export function capabilities(version: SystemdVersion): Vocabulary {
  const words = wordsOf("capabilities", version);
  const names = new Set(words);
  // 252 took 63 too; of the releases up to 257 nothing is known.
  const limits = { least: 0n, most: version <= 252 ? 63n : 62n };
  return {
    noun: "capability",
    allowed: "names such as CAP_NET_ADMIN",
    words,
    isKnown: word => names.has(word.toUpperCase()) || "value" in readInteger(word, limits),
    repair: word => `CAP_${word.toUpperCase().replaceAll("-", "_").replace(/^CAP_/, "")}`,
  };
}
