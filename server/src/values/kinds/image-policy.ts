/** What the partitions of an image must be like. systemd: config_parse_image_policy(), image_policy_from_string(), src/shared/image-policy.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { nearest } from "../../text/nearest.ts";
import {
  accepted,
  type Parsed,
  type ValueContext,
  type ValueKind,
  type ValuePart,
  type ValueProblem,
  whole,
} from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { partitionNames, partitionProblem } from "../partition.ts";
import { shown } from "../shown.ts";

/** A policy that is none refuses the unit. */
export const imagePolicy: ValueKind = {
  id: "image-policy",
  describe: "rules such as root=verity+signed:usr=absent, or *, ~ or -",
  fatal: true,
  words: at => [...partitionNames(at.version), ...flagNames(at.version)],
  parse: parseImagePolicy,
};

/** Names that it does not know are skipped silently since 260, which brought new ones; that may have come with 258. */
const gracefulSince = 260;

const oldFlags = [
  "verity",
  "signed",
  "encrypted",
  "unprotected",
  "unused",
  "absent",
  "open",
  "ignore",
  "read-only-on",
  "read-only-off",
  "growfs-on",
  "growfs-off",
];
const newFlags = ["encryptedwithintegrity", "btrfs", "erofs", "ext4", "f2fs", "squashfs", "vfat", "xfs"];

function flagNames(version: SystemdVersion): readonly string[] {
  return version < gracefulSince ? oldFlags : [...oldFlags, ...newFlags];
}

const ruleWords = { separators: ":", keepEmpty: true } as const;

function parseImagePolicy(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  if (text === "-" || text === "*" || text === "~") return accepted(text, [{ kind: "operator", span: whole(text) }]);
  const { words, failure } = splitNested(MappedText.verbatim(text, 0), ruleWords);
  const reader = new PolicyReader(at);
  for (const word of words) if (reader.stopped === undefined) reader.readRule(word);
  const last: ValueProblem[] =
    failure === undefined || reader.stopped !== undefined
      ? []
      : [{ message: "Nothing follows the backslash", span: failure, consequence: "fatal" }];
  const problems = [...reader.problems, ...last];
  const refused = problems.some(({ consequence }) => consequence === "fatal");
  return { ...(refused ? {} : { value: reader.rules }), parts: reader.parts, problems };
}

class PolicyReader {
  readonly rules: Record<string, string> = {};
  readonly parts: ValuePart[] = [];
  readonly problems: ValueProblem[] = [];
  /** The problem that ended the reading. */
  stopped: ValueProblem | undefined;
  private readonly at: ValueContext;

  constructor(at: ValueContext) {
    this.at = at;
  }

  /** Reads `partition=flags`; without a partition it is the rule for all others. */
  readRule(word: MappedText): void {
    const { words, rest, failure } = splitNested(word, { separators: "=", keepEmpty: true }, 1);
    const [before] = words;
    if (before === undefined || failure !== undefined || rest > word.text.length) {
      this.stop("A rule needs a partition, a = and flags, such as root=verity", word);
      return;
    }
    const partition = stripped(before);
    const flags = stripped(word.slice(rest));
    if (partition.text !== "" && !this.isKnownPartition(partition)) return;
    if (Object.hasOwn(this.rules, partition.text)) {
      const which = partition.text === "" ? "other partitions" : `the partition ${partition.text}`;
      this.stop(`There are two rules for ${which}`, word);
      return;
    }
    this.rules[partition.text] = flags.text;
    if (partition.text !== "") this.parts.push({ kind: "keyword", span: partition.span() });
    if (flags.text !== "" && flags.text !== "-") this.readFlags(flags);
  }

  private isKnownPartition(partition: MappedText): boolean {
    const graceful = this.at.version >= gracefulSince;
    const problem = partitionProblem(partition, this.at.version, graceful ? "silent" : "fatal");
    if (problem === undefined) return true;
    this.tell(problem);
    return false;
  }

  private readFlags(flags: MappedText): void {
    const { words, failure } = splitNested(flags, { separators: "+", keepEmpty: true });
    const names = flagNames(this.at.version);
    for (const word of words) {
      const flag = stripped(word);
      if (names.includes(flag.text)) this.parts.push({ kind: "keyword", span: flag.span() });
      else this.tell(this.unknownFlag(flag, names));
      if (this.stopped !== undefined) return;
    }
    if (failure !== undefined) this.stop("Nothing follows the backslash", flags);
  }

  private unknownFlag(flag: MappedText, names: readonly string[]): ValueProblem {
    const consequence = this.at.version >= gracefulSince ? "silent" : "fatal";
    const written = flag.text === "" ? "An empty flag" : shown(flag.text);
    const close = nearest(flag.text, names);
    const message = `${written} is no flag of an image policy; write one such as verity, signed, encrypted or absent`;
    return { message, span: flag.span(), consequence, ...(close === undefined ? {} : { replacement: close }) };
  }

  private stop(message: string, word: MappedText): void {
    this.tell({ message, span: word.span(), consequence: "fatal" });
  }

  private tell(problem: ValueProblem): void {
    const silent = problem.consequence === "silent";
    this.problems.push(silent ? { ...problem, rule: "unchecked-value" } : problem);
    if (!silent) this.stopped = problem;
  }
}

function stripped(word: MappedText): MappedText {
  const start = /^[ \t\n\r]*/.exec(word.text)?.[0].length ?? 0;
  const end = word.text.replace(/[ \t\n\r]+$/, "").length;
  return word.slice(Math.min(start, end), end);
}
