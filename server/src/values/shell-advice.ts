/** What to write in a unit where people wrote shell. */
import type { MappedText } from "./mapped-text.ts";

/** What always works. */
export const wrap = "write /bin/sh -c '…' around the whole command";
export const orWrap = "or /bin/sh -c '…' around the whole command";

/** The command as a line of shell, quoted for systemd; undefined where escapes make it hard to tell. It stays in the foreground. */
export function asShellCommand(command: string): string | undefined {
  const line = command.replace(/\s+&\s*$/, "");
  const script = quotedScript(line);
  return script && `${bashOnly.test(line) ? "/bin/bash" : "/bin/sh"} -c ${script}`;
}

/** What other shells than bash do not know, or take for something else. */
const bashOnly = /(?:^|[\s;&|])source\s|&>|\|&|<<<|\[\[/;

/** A line of shell as one word of a command; undefined where escapes make it hard to tell. */
export function quotedScript(line: string): string | undefined {
  if (/[\\\n\r]/.test(line)) return undefined;
  const quote = line.includes("'") && !line.includes('"') ? '"' : "'";
  return quote + line.replaceAll(quote, `\\${quote}`).replaceAll(/\$\$|\$/g, "$$$$") + quote;
}

/** For an operator that has nothing of its own in a unit. */
export function operatorAdvice(operator: string): string {
  if (operator === "&") return "leave it out, as systemd keeps services in the background itself";
  if (operator.endsWith(";")) return "put a blank before the semicolon";
  if (operator.startsWith(";")) return "put a blank behind the semicolon";
  return wrap;
}

/** The setting that does what a redirection at the end of a command wants: `words` begin with its operator. */
export function redirectionSetting(words: readonly MappedText[]): string | undefined {
  const tail = words.map(({ text }) => text).join(" ");
  const [, stream = "", sign = "", file = ""] =
    /^([12&]?)(>>?) ?(\/[\w./%-]+)(?:(?<=^1?>.*) 2>&1)?(?: &)?$/.exec(tail) ?? [];
  if (file === "") return undefined;
  const setting = stream === "2" ? "StandardError" : "StandardOutput";
  if (file === "/dev/null") return `${setting}=null`;
  return `${setting}=${sign === ">>" ? "append" : "truncate"}:${file}`;
}

/** For a substitution: `words` begin with it. */
export function substitutionAdvice(program: string, words: readonly MappedText[]): string {
  const text = words.map(({ text }) => text).join(" ");
  if (/\$\((?:\/\S*\/)?(?:hostname|uname -n)\)/.test(text)) return "write %H for the host name";
  if (/\$\(pwd\)/.test(text)) return "write the whole path of the folder";
  if (/(?:^|\/)kill$/.test(program)) return `write $MAINPID for the service's own process, ${orWrap}`;
  return wrap;
}
