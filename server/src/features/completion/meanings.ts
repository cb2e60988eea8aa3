/** What words in values mean, in one line each. */

import type { KindId, SystemdVersion } from "../../catalog/directive.ts";
import { systemCallGroup, systemCalls } from "../../catalog/enums.ts";
import { own } from "../../text/own.ts";
import { exitCode } from "../../values/exit-codes.ts";
import { capabilityMeanings } from "./meanings/capabilities.ts";
import { hostMeanings } from "./meanings/hosts.ts";
import { sandboxMeanings } from "./meanings/sandboxes.ts";
import { serviceMeanings } from "./meanings/services.ts";
import { signalMeanings } from "./meanings/signals.ts";
import { systemCallGroupMeanings } from "./meanings/system-call-groups.ts";

/** What a word means in values of a kind; undefined where it speaks for itself. */
export function meaningOf(kind: KindId, word: string, version: SystemdVersion): string | undefined {
  if (word.startsWith("@") && kind.startsWith("syscall-")) return groupMeaning(word, version);
  if (word.startsWith("CAP_")) return capabilityMeanings[word];
  if (word.startsWith("SIG")) return signalMeanings[word];
  if (kind === "exit-status-list") {
    const code = exitCode(word, version);
    return code === undefined ? undefined : `exit status ${code}`;
  }
  const table = tables[kind];
  return table !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** A line for each word, by kind. */
export type Meanings = Readonly<Record<KindId, Readonly<Record<string, string>>>>;

const tables: Meanings = { ...serviceMeanings, ...sandboxMeanings, ...hostMeanings };

function groupMeaning(name: string, version: SystemdVersion): string | undefined {
  const meaning = own(systemCallGroupMeanings, name);
  const count = name === "@known" ? systemCalls().size : systemCallGroup(name, version)?.length;
  if (count === undefined) return meaning;
  return meaning === undefined ? `${count} names` : `${meaning} (${count} names)`;
}
