/** How the words of a kind of value are laid out: between which separators, behind which signs, and which of them fit where. */
import type { KindId } from "../../catalog/directive.ts";
import { partitionNames } from "../../values/partition.ts";
import type { ValuePlace } from "./place.ts";
import type { WordAt } from "./word-at.ts";

/** A layout. */
export interface Layout {
  /** Whether more than one word may be written; a word that stands there already is not offered again. */
  readonly many?: true;
  /** What separates words besides blanks. */
  readonly separators?: string;
  /** The signs that may stand before the first word, each with what it says. */
  readonly signs?: Readonly<Record<string, string>>;
  /** Which of the words fit behind what stands before the cursor; all by default. */
  readonly pick?: (words: readonly string[], word: WordAt, place: ValuePlace) => readonly string[];
}

/** The layout of a kind; one word alone by default. */
export function layoutOf(id: KindId): Layout {
  return layouts[id] ?? (id.startsWith("condition-") ? condition : single);
}

/** How many characters at the beginning are signs and the blanks behind them. */
export function signsLength(text: string, { signs }: Layout): number {
  if (signs === undefined) return 0;
  let length = 0;
  while (Object.hasOwn(signs, text.charAt(length)) || (length > 0 && text.charAt(length) === " ")) length++;
  return length;
}

const single: Layout = {};
const list: Layout = { many: true };
const turned: Layout = { many: true, signs: { "~": "all but these" } };
const commas: Layout = { many: true, separators: "," };
const conditionSigns = { "|": "one of those with this sign is enough", "!": "must not hold" };
const condition: Layout = { signs: conditionSigns };

/** How many of `separator` stand in the piece between blanks before the cursor. */
function fieldOf({ before }: WordAt, separator: string): number {
  return before.slice(before.search(/[^ \t"']*$/)).split(separator).length - 1;
}

/** Words of the first field only. */
const firstField: Layout["pick"] = (words, word) => (fieldOf(word, ":") === 0 ? words : []);

const layouts: Readonly<Record<KindId, Layout>> = {
  "address-family-list": turned,
  "bpf-delegate-commands": commas,
  "bpf-delegate-maps": commas,
  "bpf-delegate-programs": commas,
  "bpf-delegate-attachments": commas,
  "bpf-program": { separators: ":", pick: firstField },
  "capability-set": turned,
  "condition-controllers": { many: true, signs: conditionSigns },
  "condition-cpu-feature": { separators: ".", signs: conditionSigns, pick: words => words },
  "condition-os-release": { many: true, signs: conditionSigns },
  "condition-pressure": { separators: "/", signs: conditionSigns, pick: words => words },
  "controller-list": list,
  "coredump-filter": list,
  delegate: list,
  "delegate-namespaces": turned,
  documentation: list,
  "exit-status-list": list,
  "filesystem-list": turned,
  "image-policy": { many: true, separators: ":=+", pick: policyWords },
  "ip-prefix-list": list,
  "mount-options": commas,
  "namespace-flags": turned,
  "network-interface-list": turned,
  "nft-set-list": {
    many: true,
    separators: ":",
    pick: (words, word) => [words.slice(0, 3), words.slice(3)][fieldOf(word, ":")] ?? [],
  },
  "open-file": { many: true, separators: ":,", pick: (words, word) => (fieldOf(word, ":") === 2 ? words : []) },
  "refresh-on-reload": turned,
  "resource-limit": { many: true, separators: ":" },
  "resource-limit-size": { many: true, separators: ":" },
  "resource-limit-seconds": { many: true, separators: ":" },
  "resource-limit-microseconds": { many: true, separators: ":" },
  "root-image-options": { many: true, separators: ":,", pick: firstField },
  "secure-bits": list,
  "socket-bind-rule": { many: true, separators: ":" },
  "syscall-architecture-list": list,
  "syscall-filter": { ...turned, separators: ":", pick: firstField },
  "syscall-list": turned,
};

/** Partitions before the `=`, what they may be behind it. */
function policyWords(words: readonly string[], { before }: WordAt, { at }: ValuePlace): readonly string[] {
  const partitions = new Set(partitionNames(at.version));
  const isUse = /[=+]$/.test(before);
  return words.filter(word => partitions.has(word) !== isUse);
}
