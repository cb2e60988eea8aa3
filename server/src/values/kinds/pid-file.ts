/** The file to which a service writes the number of its main process. systemd: config_parse_pid_file(), patch_var_run(), src/core/load-fragment.c */
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValueProblem, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { simplifyPath } from "../path.ts";
import { legacyRunProblem, type PathRules, readPath } from "../path-reading.ts";

export const pidFile: ValueKind = {
  id: "pid-file",
  describe: "a path, below /run where it is not absolute",
  fatal: true,
  parse: parsePidFile,
};

/** A wrong path refuses the unit; specifiers that cannot be replaced only drop the line. */
function parsePidFile(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const written = MappedText.verbatim(text, 0);
  const { path, text: expanded, parts, problem } = readPath(written, at, rulesOf(at));
  const absolute = expanded?.text.startsWith("/") === true;
  if (expanded?.text === "" || simplifyPath(expanded?.text ?? "") === ".") return accepted(folder(at), parts);
  if (problem !== undefined) return { parts, problems: [problem] };
  const full = absolute ? (path ?? "") : `${folder(at)}/${path ?? ""}`;
  const odd = oddName(text) ?? legacyRunProblem(full, written);
  return { value: full, parts, problems: odd === undefined ? [] : [odd] };
}

/** Quotes, `~` and variables make a strange file below /run, silently. */
function oddName(text: string): ValueProblem | undefined {
  if (!/^["'~$]/.test(text)) return undefined;
  const quoted = /^(["'])([^"']+)\1$/.exec(text)?.[2];
  return {
    message: `${text} is taken for the name of a file below /run: quotes, ~ and variables mean nothing here`,
    span: whole(text),
    consequence: "silent",
    rule: "unchecked-value",
    ...(quoted === undefined ? {} : { replacement: quoted }),
  };
}

/** The check for API file systems came with 256. */
function rulesOf({ version }: ValueContext): PathRules {
  return { outsideApi: version >= 256, consequence: "fatal", unresolved: "drops-line" };
}

function folder({ manager }: ValueContext): string {
  return manager === "user" ? "/run/user/1000" : "/run";
}
