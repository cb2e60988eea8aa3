/** Values of which systemd says something, or nothing, for reasons that are not in the file. */

import type { SystemdVersion } from "../../src/catalog/directive.ts";
import { wordsOf } from "../../src/catalog/enums.ts";
import type { Complaint } from "./complaints.ts";
import type { PlacedValue } from "./value-staging.ts";

/** Whether what systemd says of a value depends on the host, or comes without the line that it is about. */
export function isIncomparable(
  { directive, value }: PlacedValue,
  complaints: readonly Complaint[],
  version: SystemdVersion,
): boolean {
  if (hostSpecifier.test(value)) return true;
  if (complaints.some(({ message }) => hostMessages.some(pattern => pattern.test(message)))) return true;
  if (directive.kind === "personality") return wordsOf("architectures", version).includes(value.trim());
  return complaints.length === 0 && (withoutLine.has(directive.kind) || legacyFolder.test(value));
}

/**
 * Specifiers of what the host alone knows (its name, its machine, boot and image, its kernel, its accounts), with the quotes and escapes
 * that may stand between. Not so %h, %u and such: they are plausible on every host.
 */
const hostSpecifier = /%["'\\]*[ABHMabglmoqvwW]/;

const hostMessages: readonly RegExp[] = [
  // Kernels without BPF, and containers that hide it.
  /configures an IP firewall|BPF firewalling|does not support BPF/,
  // Network interfaces that it has not.
  /: No such device$/,
];

/** Some distributions (Debian's 252) silence the complaint about it. */
const legacyFolder = /\/var\/run\b/;

/** Kinds of which systemd logs complaints without the file and the line. */
const withoutLine: ReadonlySet<string> = new Set([
  "bpf-delegate-attachments",
  "bpf-delegate-commands",
  "bpf-delegate-maps",
  "bpf-delegate-programs",
  "log-filter-pattern",
]);
