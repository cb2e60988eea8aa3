/** What the prefixes of a command line mean. systemd: config_parse_exec(), src/core/load-fragment.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { readPrefixes, shellPrefixSince } from "./command.ts";
import type { ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";

/** A prefix: one character, which the one before it may make another one. */
export interface CommandPrefix {
  readonly sign: string;
  /** For people, as the end of a sentence. */
  readonly meaning: string;
}

/** The prefixes that may follow those that are written; `!!` is not offered where it means nothing any more. */
export function nextPrefixes(written: string, version: SystemdVersion): readonly CommandPrefix[] {
  return prefixes.flatMap((prefix): CommandPrefix[] => {
    const isAmbient = prefix.sign === "!" && written.includes("!");
    if (isAmbient && version >= shellPrefixSince) return [];
    if (readPrefixes(written + prefix.sign, version).length !== written.length + 1) return [];
    return [isAmbient ? { ...prefix, meaning: ambient } : prefix];
  });
}

/** What systemd says of `!!` among the prefixes of a first word, `length` of them, once it means nothing. */
export function ambientNote(first: MappedText, length: number, version: SystemdVersion): readonly ValueProblem[] {
  if (version < shellPrefixSince) return [];
  const last = first.text.slice(0, length).lastIndexOf("!");
  const together = first.text.charAt(last - 1) === "!";
  const span = first.span(together ? last - 1 : last, last + 1);
  const message = `The prefix !! means nothing since systemd ${shellPrefixSince}; leave it out`;
  const replacement = together ? ({ replacement: "", equivalent: true } as const) : {};
  return [{ message, span, consequence: "notes", rule: "deprecated-value", ...replacement }];
}

const prefixes: readonly CommandPrefix[] = [
  { sign: "-", meaning: "failure does not count" },
  { sign: "@", meaning: "the word behind the program is its argv[0]" },
  { sign: ":", meaning: "variables are not replaced" },
  { sign: "+", meaning: "with full privileges, without User= and sandbox" },
  { sign: "!", meaning: "User= and Group= do not count, but the sandbox does" },
  { sign: "|", meaning: "by the user's shell" },
];

const ambient = "as !, unless the kernel has ambient capabilities";
