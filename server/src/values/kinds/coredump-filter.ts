/** Which memory a core dump holds. systemd: config_parse_exec_coredump_filter(), src/core/load-fragment.c; src/shared/coredump-util.c */
import { nearest } from "../../text/nearest.ts";
import { readInteger, UINT64_MAX } from "../integer.ts";
import { accepted, type Parsed, type ValueKind, type ValuePart, type ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { splitWords } from "../words.ts";

const names = [
  "private-anonymous",
  "shared-anonymous",
  "private-file-backed",
  "shared-file-backed",
  "elf-headers",
  "private-huge",
  "shared-huge",
  "private-dax",
  "shared-dax",
  "default",
  "all",
];

export const coredumpFilter: ValueKind = {
  id: "coredump-filter",
  describe: "kinds of memory such as private-anonymous, default, all, or a hexadecimal mask",
  parse: parseFilter,
  words: () => names,
};

/** Words by blanks, neither quoted nor separated by commas; one bad word drops them all. Empty resets. */
function parseFilter(text: string): Parsed {
  const { words, failure } = splitWords(text);
  const problems: ValueProblem[] = words.filter(({ text }) => readWord(text) === undefined).map(wordProblem);
  if (failure !== undefined) {
    const message = "The backslash at the end is followed by nothing; take it away";
    problems.push({ message, span: failure.span, consequence: "drops-line", replacement: "" });
  }
  if (problems.length > 0) return { parts: [], problems };
  const parts = words.map((word): ValuePart => ({ kind: readWord(word.text) ?? "keyword", span: word.span() }));
  return accepted(words.map(word => word.text).join(" "), parts);
}

/** A mask is hexadecimal, with or without 0x. */
function readWord(word: string): "keyword" | "number" | undefined {
  if (names.includes(word)) return "keyword";
  return "value" in readInteger(word, { least: 0n, most: UINT64_MAX, base: 16 }) ? "number" : undefined;
}

function wordProblem(word: MappedText): ValueProblem {
  const pieces = word.text.split(/[,|"']+/).filter(piece => piece !== "");
  const listed = word.text.length < 200 && pieces.length > 0 && pieces.every(piece => readWord(piece) !== undefined);
  const meant = listed ? pieces.join(" ") : nearest(word.text.replace(/_/g, "-"), names);
  const hint = meant === undefined ? "write one such as private-anonymous, or a hexadecimal mask" : `write ${meant}`;
  return {
    message: `${shown(word.text)} is no kind of memory; ${hint}`,
    span: word.span(),
    consequence: "drops-line",
    ...(meant === undefined ? {} : { replacement: meant }),
  };
}
