/** Mount options of a disk image: for all of it, or in pairs of a partition and its options. systemd: config_parse_mount_images(), src/core/load-fragment.c */

import type { Span } from "../text/span.ts";
import { append } from "./append.ts";
import type { ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { splitNested } from "./nested-words.ts";
import { partitionProblem } from "./partition.ts";
import { expandSpecifiers, unknownSpecifier } from "./specifiers.ts";

/** How the fields of an image are parted. */
export const imageFields = { separators: ":", unescape: true, unescapeSeparators: true } as const;

/** Options by partition, and what was wrong with some of them; `failure` ends the reading of the whole value. */
export interface ImageOptions {
  readonly options: Readonly<Record<string, string>>;
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
  readonly failure?: Span;
}

/** Reads the fields behind the paths of an image. */
export function readImageOptions(tail: MappedText, at: ValueContext): ImageOptions {
  const { words, failure } = splitNested(tail, imageFields);
  const options: Record<string, string> = {};
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const [first, second] = [words[i], words[i + 1]];
    if (first === undefined) break;
    const read = second === undefined ? readOptions("root", first, at) : readPair(first, second, at);
    Object.assign(options, read.options);
    append(parts, read.parts);
    append(problems, read.problems);
  }
  return failure === undefined ? { options, parts, problems } : { options, parts, problems, failure };
}

/** Reads a partition and its options. */
export function readPair(partition: MappedText, options: MappedText, at: ValueContext): ImageOptions {
  const problem = partitionProblem(partition, at.version, "drops-piece");
  if (problem !== undefined) return { options: {}, parts: [], problems: [problem] };
  const read = readOptions(partition.text, options, at);
  return { ...read, parts: [{ kind: "keyword", span: partition.span() }, ...read.parts] };
}

/** Reads the options of one partition. */
export function readOptions(partition: string, written: MappedText, at: ValueContext): ImageOptions {
  const { text, parts, unknown } = expandSpecifiers(written, at);
  const labelled: ValuePart[] = [{ kind: "string", span: written.span() }, ...parts];
  if (unknown !== undefined)
    return { options: {}, parts: labelled, problems: [unknownSpecifier(unknown, "drops-piece")] };
  return { options: { [partition]: text?.text ?? written.text }, parts: labelled, problems: [] };
}
