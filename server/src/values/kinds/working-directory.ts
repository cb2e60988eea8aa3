/** The folder in which a process starts. systemd: config_parse_working_directory(), src/core/load-fragment.c */
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValuePart } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { readPath } from "../path-reading.ts";

export const workingDirectory: ValueKind = {
  id: "working-directory",
  describe: "an absolute path or ~, with - before it where the folder may be missing",
  fatal: true,
  words: () => ["~"],
  parse: parseWorkingDirectory,
};

/** A wrong path refuses the unit, unless `-` stands before it. */
function parseWorkingDirectory(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const prefix = text.startsWith("-") ? "-" : "";
  const lead: ValuePart[] = prefix === "" ? [] : [{ kind: "prefix", span: { start: 0, end: 1 } }];
  const written = MappedText.verbatim(text, 0).slice(prefix.length);
  if (written.text === "~") return accepted(text, [...lead, { kind: "keyword", span: written.span() }]);
  const consequence = prefix === "" ? "fatal" : "drops-line";
  const { path, parts, problem } = readPath(written, at, { absolute: true, consequence });
  if (problem !== undefined) return { parts: [...lead, ...parts], problems: [problem] };
  return accepted(prefix + path, [...lead, ...parts]);
}
