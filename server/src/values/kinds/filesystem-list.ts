/** Filesystems by name or group, all others with `~` before them. systemd: config_parse_restrict_filesystems(), src/core/load-fragment.c; bpf_restrict_fs_parse_filesystem(), src/core/bpf-restrict-fs.c */
import type { Parsed, ValueKind, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { wordFailure } from "../word-failure.ts";
import { readInversion, readWordList, unknownWord, type Vocabulary } from "../word-list.ts";

const groups = [
  "@basic-api",
  "@anonymous",
  "@application",
  "@auxiliary-api",
  "@common-block",
  "@historical-block",
  "@network",
  "@privileged-api",
  "@security",
  "@temporary",
  "@known",
];

export const filesystemList: ValueKind = {
  id: "filesystem-list",
  describe: "filesystems such as ext4 and groups of them such as @common-block, or all but them with ~ before the list",
  words: () => groups,
  parse: parseFilesystems,
};

function parseFilesystems(text: string): Parsed {
  const { inverted, parts: first } = readInversion(text);
  const { words, parts, problems, failure } = readWordList(text, inverted ? 1 : 0, { unquote: true }, judge);
  const consequence = words.length > 0 ? "drops-piece" : "drops-line";
  const last = failure === undefined ? [] : [wordFailure(text, failure, consequence)];
  return { value: { inverted, names: words }, parts: [...first, ...parts], problems: [...problems, ...last] };
}

/** Which filesystems there are is for the kernel to say, but none of their names has such characters. */
function judge(word: MappedText, hurried: boolean): "keyword" | "string" | ValueProblem {
  const { text } = word;
  if (groups.includes(text)) return "keyword";
  if (text.startsWith("@")) return unknownWord(word, groupWords, "drops-piece", hurried);
  return /^[A-Za-z0-9_.-]+$/.test(text) ? "string" : unknownWord(word, nameWords, "silent", hurried);
}

const groupWords: Vocabulary = { noun: "group of filesystems", allowed: "one such as @common-block", words: groups };
const nameWords: Vocabulary = {
  noun: "name of a filesystem",
  allowed: "names such as ext4 with blanks between them",
  words: [],
  isKnown: word => /^(?:[A-Za-z0-9_.-]+|@[a-z-]+)$/.test(word),
};
