/** The path of a file with variables, with `-` before it where it may be missing. systemd: config_parse_unit_env_file(), src/core/load-fragment.c */
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValuePart } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { readPath, severalPaths } from "../path-reading.ts";

export const environmentFile: ValueKind = {
  id: "environment-file",
  describe: "an absolute path, with wildcards such as *, and with - before it where the file may be missing",
  parse: parseEnvironmentFile,
};

function parseEnvironmentFile(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const prefix = text.startsWith("-") ? "-" : "";
  const written = MappedText.verbatim(text, 0).slice(prefix.length);
  const { path, parts, problem } = readPath(written, at, { absolute: true, consequence: "drops-line" });
  const all: ValuePart[] = prefix === "" ? [...parts] : [{ kind: "prefix", span: { start: 0, end: 1 } }, ...parts];
  if (problem !== undefined) return { parts: all, problems: [problem] };
  const more = severalPaths(
    written,
    /(?<!\s)\s+(?=-?\/)/,
    `${text} is one path; write EnvironmentFile= once for each file`,
  );
  return { value: prefix + path, parts: all, problems: more === undefined ? [] : [more] };
}
