/** What of BPF a unit may do. systemd: config_parse_bpf_delegate_…(), src/core/load-fragment.c; bpf_delegate_from_string(), src/core/namespace.c */
import type { KindId } from "../../catalog/directive.ts";
import { bpfAttachments, bpfCommands, bpfMaps, bpfPrograms } from "../bpf-names.ts";
import { accepted, type Parsed, type ValueKind, type ValueProblem, whole } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { wordFailure } from "../word-failure.ts";
import { readWordList, unknownWord, type Vocabulary } from "../word-list.ts";

export const bpfDelegates: readonly ValueKind[] = [
  delegates("bpf-delegate-commands", "command of BPF", "BPFProgLoad", bpfCommands),
  delegates("bpf-delegate-maps", "type of BPF maps", "BPFMapTypeHash", bpfMaps),
  delegates("bpf-delegate-programs", "type of BPF programs", "BPFProgTypeKprobe", bpfPrograms),
  delegates("bpf-delegate-attachments", "attach type of BPF", "BPFCgroupInetIngress", bpfAttachments),
];

function delegates(id: KindId, noun: string, example: string, words: readonly string[]): ValueKind {
  const allowed = `any, or names such as ${example} with commas between them`;
  const names = new Map(words.map(word => [kernelName(word), word]));
  const vocabulary: Vocabulary = { noun, allowed, words, repair: word => names.get(kernelName(word)) };
  return {
    id,
    describe: allowed,
    words: () => ["any", ...words],
    parse: text => parseDelegates(text, vocabulary),
  };
}

/** Unknown names are told without their place, and skipped. */
function parseDelegates(text: string, vocabulary: Vocabulary): Parsed {
  if (text === "any") return accepted(text, [{ kind: "keyword", span: whole(text) }]);
  const known = new Set(vocabulary.words);
  const { words, parts, problems, failure } = readWordList(text, 0, { separators: "," }, (word, hurried) =>
    known.has(word.text)
      ? "keyword"
      : (lonelyProblem(word) ?? blankProblem(word, known) ?? unknownWord(word, vocabulary, "drops-piece", hurried)),
  );
  if (failure === undefined) return { value: words, parts, problems };
  const last: ValueProblem = wordFailure(text, failure, "drops-line");
  return { parts, problems: [...problems, last] };
}

/** The problem of `any` among names, where it is none. */
function lonelyProblem(word: MappedText): ValueProblem | undefined {
  if (word.text !== "any") return undefined;
  return { message: "any must stand alone, without names beside it", span: word.span(), consequence: "drops-piece" };
}

/** The problem of known names with blanks between or around them, which count as part of a name. */
function blankProblem(word: MappedText, known: ReadonlySet<string>): ValueProblem | undefined {
  const names = word.text.trim().split(/\s+/);
  if (!/\s/.test(word.text) || !names.every(name => known.has(name))) return undefined;
  const message = "Only commas separate these names; leave out the blanks";
  return { message, span: word.span(), consequence: "drops-piece", replacement: names.join(",") };
}

/** `BPF_MAP_TYPE_HASH`, as the kernel has it, and `BPFMapTypeHash` are the same name. */
function kernelName(name: string): string {
  return name.trim().replaceAll("_", "").toLowerCase();
}
