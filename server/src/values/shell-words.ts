/** Words that mean something to shells, and programs that may know them. */
import type { MappedText } from "./mapped-text.ts";

/** Programs that run the word behind `-c` as a line of shell. */
export const shells: ReadonlySet<string> = new Set("sh ash bash dash fish ksh mksh rbash yash zsh".split(" "));

/** Whether a program runs a shell with its arguments, or has a language with such operators of its own. */
export function knowsShell(word: string): boolean {
  const name = baseName(word);
  return shells.has(name) || knowing.has(name);
}

const knowing: ReadonlySet<string> = new Set(
  (
    "busybox csh nu pwsh rc tcsh xonsh " +
    "at batch chroot distrobox mosh parallel rsh runuser script ssh sshpass su sudo tmux toolbox watch xterm " +
    "[ [[ awk bc bpftrace dc dumpcap expr find gawk iptables jq mawk ngrep nft perl psql ruby sqlite3 tc tcpdump test tshark xmllint"
  ).split(" "),
);

/** What shells do by themselves, and what does it in a unit. */
export const builtins: Readonly<Record<string, string>> = {
  cd: "the folder of a service is set with WorkingDirectory=",
  source:
    "variables are read from a file with EnvironmentFile=, and the rest needs /bin/bash -c '…' around the whole command",
  export: "variables are set with Environment=",
  ulimit: "limits are set with LimitNOFILE= and its like",
  umask: "the mask of a service is set with UMask=",
};

/** Whether a word stands there as it is: alone, without quotes and escapes. */
export function isPlain(word: MappedText, text: string, first = false): boolean {
  const { start, end } = word.span();
  const before = first || /^\s$/.test(text.charAt(start - 1));
  return text.slice(start, end) === word.text && /^\s?$/.test(text.charAt(end)) && before;
}

/** Whether a word, not in quotes, is an operator; `next` stands behind it. */
export function isOperator({ text }: MappedText, next: MappedText | undefined): boolean {
  if (operators.has(text) || redirection.test(text)) return true;
  if (text === "&") return next === undefined;
  return /^;[\w./-]+$/.test(text) || (/^[^'"{}()]+;$/.test(text) && next?.text.startsWith("/") === true);
}

const operators: ReadonlySet<string> = new Set(
  "| |& || && > >> < << <<< &> &>> 1> 1>> 2> 2>> 2>&1 1>&2 >&2 >&1".split(" "),
);

/** A redirection with its file: `>/dev/null`, `2>>/var/log/app`. */
const redirection = /^(?:[12&]?>>?|<)\/[\w./%@${}-]*$/;

/** Whether a word begins `$(date)` or its older form in backticks, which ends in `rest`; `$$(` is no variable and meant as it stands. */
export function isSubstitution(word: MappedText, rest: readonly MappedText[], text: string): boolean {
  if (!/[$`]/.test(word.text)) return false;
  const { start, end } = word.span();
  if (text.slice(start, end).includes("'") || text.charAt(start - 1) === "'") return false;
  const opened = /(?:^|[^$])\$\((?=[a-z/])/.test(word.text) && rest.some(({ text: one }) => one.includes(")"));
  const ticks = rest.reduce((sum, { text: one }) => sum + one.split("`").length - 1, 0);
  return opened || (/(?:^|=)`[\w/]/.test(word.text) && ticks % 2 === 0);
}

/** The last component of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Programs whose arguments are names of files, and no patterns of their own. */
export const globbing: ReadonlySet<string> = new Set(
  "cat chgrp chmod chown cp head ln ls mkdir mv rm touch".split(" "),
);
