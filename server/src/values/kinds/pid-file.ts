/** The file to which a service writes the number of its main process. systemd: config_parse_pid_file(), patch_var_run(), src/core/load-fragment.c */
import { accepted, type Parsed, type ValueContext, type ValueKind } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { legacyRunProblem, type PathRules, readPath } from "../path-reading.ts";
import { simplifyPath } from "../path.ts";

export const pidFile: ValueKind = {
  id: "pid-file",
  describe: "a path, below /run where it is not absolute",
  fatal: true,
  parse: parsePidFile,
};

/** A wrong path refuses the unit; an unknown specifier only drops the line. */
function parsePidFile(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const written = MappedText.verbatim(text, 0);
  const { path, text: expanded, parts, problem } = readPath(written, at, rulesOf(at));
  const absolute = expanded?.text.startsWith("/") === true;
  if (expanded?.text === "" || simplifyPath(expanded?.text ?? "") === ".") return accepted(folder(at), parts);
  if (problem !== undefined) return { parts, problems: [severity(problem)] };
  const full = absolute ? (path ?? "") : `${folder(at)}/${path ?? ""}`;
  const legacy = legacyRunProblem(full, written);
  return { value: full, parts, problems: legacy === undefined ? [] : [legacy] };

  function severity<Problem extends { rule?: string }>(found: Problem): Problem {
    return found.rule === "unknown-specifier" ? { ...found, consequence: "drops-line" } : found;
  }
}

/** The check for API file systems came with 256. */
function rulesOf({ version }: ValueContext): PathRules {
  return { outsideApi: version >= 256, consequence: "fatal" };
}

function folder({ manager }: ValueContext): string {
  return manager === "user" ? "/run/user/1000" : "/run";
}
