/** Words of a command line that only a shell would understand; systemd hands them to the program. */
import type { MappedText } from "./mapped-text.ts";

/** Programs that run a shell with their arguments, or whose own languages have such operators. */
const knowing: ReadonlySet<string> = new Set(
  (
    "sh ash bash busybox csh dash fish ksh mksh nu pwsh rbash rc tcsh xonsh yash zsh " +
    "at batch chroot distrobox mosh parallel rsh runuser screen script ssh sshpass su sudo tmux toolbox watch xterm " +
    "[ [[ awk bc bpftrace dc dumpcap expr find gawk iptables jq mawk ngrep nft perl psql ruby sqlite3 tc tcpdump test tshark xmllint"
  ).split(" "),
);

const operators: ReadonlySet<string> = new Set(["|", "||", "&&", ">", ">>", "2>&1", "<"]);

/** The first word that is an operator of shells, where neither the program nor a word before it may know what it means. */
export function shellOperator(program: string, words: readonly MappedText[], text: string): MappedText | undefined {
  if (knows(program)) return undefined;
  for (const [index, word] of words.entries()) {
    if (knows(word.text)) return undefined;
    const operator = operators.has(word.text) || (word.text === "&" && index === words.length - 1);
    if (operator && isPlain(word, text)) return word;
  }
  return undefined;
}

/** Whether a word stands there as it is: alone, without quotes and escapes. */
function isPlain(word: MappedText, text: string): boolean {
  const { start, end } = word.span();
  return text.slice(start, end) === word.text && /^\s?$/.test(text.charAt(end)) && /^\s$/.test(text.charAt(start - 1));
}

function knows(word: string): boolean {
  return knowing.has(word.slice(word.lastIndexOf("/") + 1));
}
