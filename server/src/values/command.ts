/** Commands as units write them: prefixes and the program's path. systemd: config_parse_exec(), src/core/load-fragment.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Span } from "../text/span.ts";
import type { MappedText } from "./mapped-text.ts";
import { byteLength, isUtf8, NAME_MAX, PATH_MAX } from "./path.ts";
import { shown } from "./shown.ts";

/** A command as systemd stores it; variables are still in it. */
export interface Command {
  /** The program: simplified, specifiers replaced; `/bin/sh` stands for the user's shell. */
  readonly path: string;
  readonly argv: readonly string[];
  readonly flags: readonly CommandFlag[];
}

/** What a prefix asks for: `-`, `@`, `:`, `|`, `+`, `!` and `!!`. */
export type CommandFlag =
  | "ignore-failure"
  | "own-argv0"
  | "no-variables"
  | "via-shell"
  | "full-privileges"
  | "keep-user"
  | "ambient";

/** The prefixes of a first word. */
export interface Prefixes {
  readonly flags: ReadonlySet<CommandFlag>;
  readonly length: number;
}

/** The first release that knows the prefix `|`, and the first that only notes `!!`. */
export const shellPrefixSince: SystemdVersion = 258;

const simplePrefixes: Readonly<Record<string, CommandFlag>> = {
  "-": "ignore-failure",
  "@": "own-argv0",
  ":": "no-variables",
  "|": "via-shell",
};

/** Takes the prefixes off a first word: each counts once, and `+`, `!` and `!!` exclude each other. */
export function readPrefixes(word: string, version: SystemdVersion): Prefixes {
  const flags = new Set<CommandFlag>();
  for (let length = 0; ; length++) {
    const flag = flagOf(word.charAt(length), flags, version);
    if (flag === undefined) return { flags, length };
    if (flag === "ambient") flags.delete("keep-user");
    flags.add(flag);
  }
}

function flagOf(character: string, flags: ReadonlySet<CommandFlag>, version: SystemdVersion): CommandFlag | undefined {
  const simple = simplePrefixes[character];
  if (simple === "via-shell" && version < shellPrefixSince) return undefined;
  if (simple !== undefined) return flags.has(simple) ? undefined : simple;
  if (flags.has("full-privileges") || flags.has("ambient")) return undefined;
  if (character === "+") return flags.has("keep-user") ? undefined : "full-privileges";
  if (character === "!") return flags.has("keep-user") ? "ambient" : "keep-user";
  return undefined;
}

/** What is wrong with a program's path, its specifiers expanded; undefined where it is fine. It is not empty. */
export function programFault(path: MappedText, version: SystemdVersion): { message: string; span: Span } | undefined {
  const { text } = path;
  if (byteLength(text) >= PATH_MAX)
    return { message: "The program's path is longer than 4,095 bytes", span: path.span() };
  const unsafe = unsafeCharacter(text, version);
  if (unsafe !== undefined) {
    const { name, at } = unsafe;
    return { message: `The path of a program must not contain ${name}`, span: path.origin(at) };
  }
  if (endsLikeFolder(text, version))
    return { message: `${shown(text)} is a folder; name a program in it`, span: path.span() };
  const message = shapeFault(text, version);
  return message === undefined ? undefined : { message, span: path.span() };
}

/** What is wrong with a program's name that systemd accepts; it will not find such a one. */
export function programDoubt(path: string): string | undefined {
  if (path.startsWith("$")) return `systemd resolves no variables in the name of a program: ${shown(path)}`;
  if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(path)) return assignmentMessage(path);
  if (isWholeCommand(path))
    return `Quotes make one name of a program and its arguments: ${shown(path)}; take them away`;
  return undefined;
}

/** Paths may hold blanks, but not before an option, nor where the system keeps its programs, nor do plain names. Seen in: systemd/systemd#9588. */
function isWholeCommand(path: string): boolean {
  return /^(?:[^/\s]+\s|\S+\s+-|(?:\/usr)?(?:\/local)?\/s?bin\/[^/\s]+\s)/.test(path);
}

function assignmentMessage(text: string): string {
  return `${shown(text)} is no program; systemd runs no shell, so variables are set with Environment=`;
}

/** systemd: string_is_safe(), src/basic/string-util.c. Wildcards and broken UTF-8 are refused somewhere between 258 and 262. */
function unsafeCharacter(text: string, version: SystemdVersion): { name: string; at: number } | undefined {
  const pattern = version < 258 ? /["'\\\x01-\x1f\x7f]/ : /["'\\\x01-\x1f\x7f*?[]/;
  const at = text.search(pattern);
  if (at >= 0) return { name: describeCharacter(text.charAt(at)), at };
  if (version < 258 || isUtf8(text)) return undefined;
  return { name: "bytes that are no UTF-8", at: placeOfBrokenUtf8(text) };
}

function placeOfBrokenUtf8(text: string): number {
  return Math.max(0, text.search(/[\ufffe\uffff\ufdd0-\ufdef]|(?<![\ud800-\udbff])[\udc80-\udcff]/));
}

function describeCharacter(character: string): string {
  if (character === '"' || character === "'") return `the quote ${character}`;
  if (character === "\\") return "a backslash";
  if ("*?[".includes(character)) return `the wildcard ${character}`;
  return "control characters";
}

/** systemd: path_implies_directory(); in 252 only the slash counted, the boundary lies between 253 and 257. */
function endsLikeFolder(text: string, version: SystemdVersion): boolean {
  return version < 253 ? text.endsWith("/") : /(?:^|\/)(?:\.\.?)?$/.test(text);
}

/** systemd: filename_or_absolute_path_is_valid(), src/basic/path-util.h */
function shapeFault(text: string, version: SystemdVersion): string | undefined {
  if (text.startsWith("/")) {
    const long = text.split("/").some(name => byteLength(name) > NAME_MAX);
    return long ? "A name in the program's path is longer than 255 bytes" : undefined;
  }
  if (text === "." || text === "..") return `${shown(text)} is a folder; name a program in it`;
  if (text.includes("/")) return relativeFault(text, version);
  return byteLength(text) > NAME_MAX ? "The program's name is longer than 255 bytes" : undefined;
}

function relativeFault(text: string, version: SystemdVersion): string {
  const first = text.charAt(0);
  if (first === "$") return `systemd resolves no variables in the path of a program: ${shown(text)}`;
  if (first === "~")
    return `systemd knows no ~ in paths: ${shown(text)}; write the whole path, as %h is the home folder of the manager's user`;
  if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(text)) return assignmentMessage(text);
  if (first === "|" && version < shellPrefixSince) return `The prefix | exists only since systemd ${shellPrefixSince}`;
  if (first === "|" || first === "-" || first === "@" || first === ":") return `The prefix ${first} stands here twice`;
  if (first === "+" || first === "!") return `The prefix ${first} does not go with those before it`;
  return `The path ${shown(text)} must start with a /, or be a plain name`;
}
