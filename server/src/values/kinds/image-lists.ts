/**
 * Disk images that are mounted for a unit. systemd: config_parse_mount_images(), config_parse_extension_images(),
 * config_parse_root_image_options(), src/core/load-fragment.c; strv_split_colon_pairs(), src/basic/strv.c
 */

import type { Span } from "../../text/span.ts";
import { append } from "../append.ts";
import { imageFields, readImageOptions, readOptions, readPair } from "../image-options.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { partitionNames } from "../partition.ts";
import { type PathReading, type PathRules, readPath } from "../path-reading.ts";
import { wordFailure } from "../word-failure.ts";
import { nextWord } from "../words.ts";

export const imageLists: readonly ValueKind[] = [
  {
    id: "mount-image-list",
    describe: "images and the folders where they go: /image.raw:/folder, and perhaps their mount options",
    parse: (text, at) => new ImageReader(text, at, 2).read(),
  },
  {
    id: "extension-image-list",
    describe: "paths of images, and perhaps their mount options",
    parse: (text, at) => new ImageReader(text, at, 1).read(),
  },
  {
    id: "root-image-options",
    describe: "mount options, or pairs such as root:ro",
    words: at => partitionNames(at.version),
    parse: parseRootOptions,
  },
];

/** Words keep their escapes until they are parted at colons. */
const outerWords = { unquote: true, retainEscape: true } as const;

interface Image {
  readonly source: string;
  readonly destination?: string;
  readonly optional: boolean;
  readonly options: Readonly<Record<string, string>>;
}

class ImageReader {
  private readonly text: string;
  private readonly at: ValueContext;
  private readonly paths: 1 | 2;
  private readonly images: Image[] = [];
  private readonly parts: ValuePart[] = [];
  private readonly problems: ValueProblem[] = [];

  constructor(text: string, at: ValueContext, paths: 1 | 2) {
    this.text = text;
    this.at = at;
    this.paths = paths;
  }

  read(): Parsed {
    for (let from = 0; from <= this.text.length; ) {
      const outcome = nextWord(this.text, from, outerWords);
      if (outcome === undefined) break;
      const failure = "error" in outcome ? outcome : this.readImage(outcome.word);
      if (failure !== undefined) {
        const consequence = this.images.length > 0 ? "drops-piece" : "drops-line";
        this.problems.push(wordFailure(this.text, failure, consequence));
        break;
      }
      from = "rest" in outcome ? outcome.rest : this.text.length + 1;
    }
    return { value: this.images, parts: this.parts, problems: this.problems };
  }

  /** Reads one image; an escape that does not exist ends all. */
  private readImage(tuple: MappedText): { error: "escape"; span: Span } | undefined {
    const { words, rest, failure } = splitNested(tuple, imageFields, this.paths);
    if (failure !== undefined) return { error: "escape", span: failure };
    const [first, second] = words;
    if (first === undefined) return undefined;
    const optional = first.text.startsWith("-");
    const source = this.readOnePath(optional ? first.slice(1) : first);
    if (source === undefined) return undefined;
    if (this.paths === 2 && (second === undefined || second.text === "")) return this.tellMissing(tuple);
    const destination = this.paths === 2 && second !== undefined ? this.readOnePath(second) : "";
    if (destination === undefined) return undefined;
    const tail = readImageOptions(tuple.slice(Math.min(rest, tuple.text.length)), this.at);
    append(this.parts, tail.parts);
    append(this.problems, tail.problems);
    if (tail.failure !== undefined) return { error: "escape", span: tail.failure };
    this.images.push({ source, ...(destination === "" ? {} : { destination }), optional, options: tail.options });
    return undefined;
  }

  private readOnePath(written: MappedText): string | undefined {
    const { path, parts, problem }: PathReading = readPath(written, this.at, this.pathRules());
    append(this.parts, parts);
    if (problem !== undefined) this.problems.push(problem);
    return path;
  }

  /** API file systems are refused since 256, but for /dev in images that are mounted somewhere. */
  private pathRules(): PathRules {
    const recent = this.at.version >= 256;
    const outside = this.paths === 1 ? { outsideApi: recent } : { outsideApiButDev: recent };
    return { absolute: true, consequence: "drops-piece", ...outside };
  }

  private tellMissing(tuple: MappedText): undefined {
    const message = "A colon and the folder where the image is mounted must follow";
    this.problems.push({ message, span: tuple.span(), consequence: "drops-piece" });
  }
}

/** All words are split before one is judged, so that a failure drops the line. */
function parseRootOptions(text: string, at: ValueContext): Parsed {
  const pairs: (readonly MappedText[])[] = [];
  for (let from = 0; from <= text.length; ) {
    const outcome = nextWord(text, from, outerWords);
    if (outcome === undefined) break;
    const problem = "error" in outcome ? wordFailure(text, outcome, "drops-line") : pairProblem(text, outcome.word);
    if (problem !== undefined || "error" in outcome)
      return { parts: [], problems: problem === undefined ? [] : [problem] };
    pairs.push(splitNested(outcome.word, imageFields, 2).words);
    from = outcome.rest;
  }
  return readPairs(pairs, at);
}

function pairProblem(text: string, word: MappedText): ValueProblem | undefined {
  const { words, rest, failure } = splitNested(word, imageFields, 2);
  if (failure !== undefined) return wordFailure(text, { error: "escape", span: failure }, "drops-line");
  if (words.length === 0 || rest >= word.text.length) return undefined;
  const message = "Only one colon may be in a pair; a blank separates pairs";
  return { message, span: word.span(rest, word.text.length), consequence: "drops-line" };
}

function readPairs(pairs: readonly (readonly MappedText[])[], at: ValueContext): Parsed {
  const read = pairs.flatMap(([first, second]) => {
    if (first === undefined) return [];
    return second === undefined || second.text === "" ? readOptions("root", first, at) : readPair(first, second, at);
  });
  return {
    value: Object.fromEntries(read.flatMap(({ options }) => Object.entries(options))),
    parts: read.flatMap(({ parts }) => parts),
    problems: read.flatMap(({ problems }) => problems),
  };
}
