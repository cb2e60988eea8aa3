/** Words of a command line that only a shell would understand; systemd hands them to the program. */
import { own } from "../text/own.ts";
import type { MappedText } from "./mapped-text.ts";
import { shown } from "./shown.ts";

/** A command as its words: the program with its specifiers replaced, the place where it is named, and the arguments. */
export interface CommandWords {
  readonly program: string;
  readonly named: MappedText;
  readonly words: readonly MappedText[];
  /** The logical value in which they stand. */
  readonly text: string;
}

/** A word that means nothing without a shell, and what to write in its stead. */
export interface ShellSyntax {
  readonly word: MappedText;
  readonly message: string;
}

/** The first such word, where neither the program nor a word before it may know what it means. */
export function shellSyntax(command: CommandWords): ShellSyntax | undefined {
  const { program, named, words, text } = command;
  if (knows(program)) return undefined;
  const operator = operatorIn(command);
  const builtin = own(builtins, program);
  if (builtin !== undefined) return { word: named, message: `${program} is a command of shells, ${builtin}` };
  if (operator !== undefined) {
    const message = `systemd runs no shell, so ${operator.text} is handed to ${shown(program)} as an argument; ${advice(operator, command)}`;
    return { word: operator, message };
  }
  const pattern = globbing.has(baseName(program)) ? words.find(word => isGlob(word, text)) : undefined;
  if (pattern === undefined) return undefined;
  const message = `systemd replaces no wildcards, so ${baseName(program)} looks for a file named ${pattern.text}; ${wrap}`;
  return { word: pattern, message };
}

/** The command as a line of shell, quoted for systemd; undefined where escapes make it hard to tell. */
export function asShellCommand(command: string): string | undefined {
  if (/[\\\n\r]/.test(command)) return undefined;
  const quote = command.includes("'") && !command.includes('"') ? '"' : "'";
  const script = command.replaceAll(quote, `\\${quote}`).replaceAll(/\$\$|\$/g, "$$$$");
  return `/bin/sh -c ${quote}${script}${quote}`;
}

const wrap = "write /bin/sh -c '…' around shell syntax";

/** Programs that run a shell with their arguments, or whose own languages have such operators. */
const knowing: ReadonlySet<string> = new Set(
  (
    "sh ash bash busybox csh dash fish ksh mksh nu pwsh rbash rc tcsh xonsh yash zsh " +
    "at batch chroot distrobox mosh parallel rsh runuser screen script ssh sshpass su sudo tmux toolbox watch xterm " +
    "[ [[ awk bc bpftrace dc dumpcap expr find gawk iptables jq mawk ngrep nft perl psql ruby sqlite3 tc tcpdump test tshark xmllint"
  ).split(" "),
);

/** What shells do by themselves, and what does it in a unit. */
const builtins: Readonly<Record<string, string>> = {
  cd: "which systemd does not run; the folder of a service is set with WorkingDirectory=",
  source: "which systemd does not run; variables are read from a file with EnvironmentFile=",
  export: "which systemd does not run; variables are set with Environment=",
  ulimit: "which systemd does not run; limits are set with LimitNOFILE= and its like",
  umask: "which systemd does not run; the mask of a service is set with UMask=",
};

const operators: ReadonlySet<string> = new Set(
  "| |& || && > >> < << <<< &> &>> 1> 1>> 2> 2>> 2>&1 1>&2 >&2 >&1".split(" "),
);

/** A redirection with its file: `>/dev/null`, `2>>/var/log/app`. */
const redirection = /^(?:[12&]?>>?|<)\/[\w./%@${}-]*$/;

function operatorIn({ program, named, words, text }: CommandWords): MappedText | undefined {
  const torn = words[0]?.text.startsWith("/") === true && program.endsWith(";");
  if (torn && isPlain(named, text, true)) return named;
  for (const [index, word] of words.entries()) {
    if (knows(word.text)) return undefined;
    const next = words[index + 1];
    if (isOperator(word, next) && isPlain(word, text)) return word;
    if (isSubstitution(word, words.slice(index, index + FEW), text)) return word;
  }
  return undefined;
}

function isOperator({ text }: MappedText, next: MappedText | undefined): boolean {
  if (operators.has(text) || redirection.test(text)) return true;
  if (text === "&") return next === undefined;
  return /^[^'"{}()]+;$/.test(text) && next?.text.startsWith("/") === true;
}

/** How many words a substitution may have: a long line takes no longer than it is long. */
const FEW = 16;

/** `$(date)` and its older form in backticks; `$$(` is no variable and meant as it stands. */
function isSubstitution(word: MappedText, rest: readonly MappedText[], text: string): boolean {
  if (!/[$`]/.test(word.text)) return false;
  const { start, end } = word.span();
  if (text.slice(start, end).includes("'") || text.charAt(start - 1) === "'") return false;
  const opened = /(?:^|[^$])\$\((?=[a-z/])/.test(word.text) && rest.some(({ text: one }) => one.includes(")"));
  const ticks = rest.reduce((sum, { text: one }) => sum + one.split("`").length - 1, 0);
  return opened || (/(?:^|=)`[\w/]/.test(word.text) && ticks % 2 === 0);
}

/** Whether a word stands there as it is: alone, without quotes and escapes. */
function isPlain(word: MappedText, text: string, first = false): boolean {
  const { start, end } = word.span();
  const before = first || /^\s$/.test(text.charAt(start - 1));
  return text.slice(start, end) === word.text && /^\s?$/.test(text.charAt(end)) && before;
}

function advice(operator: MappedText, { words }: CommandWords): string {
  const { text } = operator;
  if (text === "&") return "leave it out, as systemd does not wait for services of Type=simple";
  if (text.endsWith(";")) return "put a blank before the semicolon";
  const [, sign = "", glued = ""] = /^1?(>>?)(\/.*)?$/.exec(text) ?? [];
  const at = words.indexOf(operator);
  const file = glued === "" ? (words[at + 1]?.text ?? "") : glued;
  const last = at + (glued === "" ? 2 : 1) === words.length;
  if (sign === "" || !last || !/^\/[\w./%-]+$/.test(file) || file === "/dev/null") return wrap;
  return `write StandardOutput=${sign === ">>" ? "append" : "truncate"}:${file}, or /bin/sh -c '…' around it`;
}

/** Programs whose arguments are names of files, and no patterns of their own. */
const globbing: ReadonlySet<string> = new Set("cat chgrp chmod chown cp head ln ls mv rm touch".split(" "));

function isGlob(word: MappedText, text: string): boolean {
  return /^\/[^\s'"\\]*[*][^\s'"\\]*$/.test(word.text) && isPlain(word, text);
}

function knows(word: string): boolean {
  return knowing.has(baseName(word));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
