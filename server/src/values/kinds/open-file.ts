/** A file that systemd opens for a service: a path, a name for it and options. systemd: config_parse_open_file(), src/core/load-fragment.c; open_file_parse(), src/shared/open-file.c */
import { nearest } from "../../text/nearest.ts";
import { judgeFdName } from "../fd-name.ts";
import { accepted, type Parsed, type ValueKind, type ValuePart, type ValueProblem, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { byteLength, NAME_MAX, PATH_MAX } from "../path.ts";
import { shown } from "../shown.ts";
import { wordFailure } from "../word-failure.ts";

const options = ["read-only", "append", "truncate", "graceful"];

export const openFile: ValueKind = {
  id: "open-file",
  describe: "an absolute path, and after colons a name and options: read-only, append, truncate or graceful",
  words: () => options,
  parse: parseOpenFile,
};

/** Specifiers are not replaced here. */
function parseOpenFile(text: string): Parsed {
  if (text === "") return accepted("");
  const outer = MappedText.verbatim(text, 0);
  const { words, rest, failure } = splitNested(outer, { separators: ":", keepEmpty: true, unescape: true }, 3);
  const drop = (problem: ValueProblem): Parsed => ({ parts: [], problems: [problem] });
  if (failure !== undefined) return drop(wordFailure(text, { error: "escape", span: failure }, "drops-line"));
  if (rest < text.length)
    return drop(fault("After the options no further field may follow", { start: rest, end: text.length }));
  const [path = outer, name, flags] = words;
  const problem = pathFault(path) ?? nameFault(name, path) ?? (flags === undefined ? undefined : optionsFault(flags));
  if (problem !== undefined) return drop(problem);
  const parts: ValuePart[] = [{ kind: "path", span: path.span() }];
  if (name !== undefined && name.text !== "") parts.push({ kind: "string", span: name.span() });
  for (const option of optionsOf(flags)) parts.push({ kind: "keyword", span: option.span() });
  const chosen = optionsOf(flags).map(option => option.text);
  return accepted({ path: path.text, name: name?.text || nameOf(path.text), options: chosen }, parts);
}

function fault(message: string, span = whole("")): ValueProblem {
  return { message, span, consequence: "drops-line" };
}

function pathFault(path: MappedText): ValueProblem | undefined {
  const { text } = path;
  if (text.startsWith("%"))
    return fault(`${shown(text)} is no absolute path: specifiers are not replaced here`, path.span());
  if (!text.startsWith("/")) return fault(`The path ${shown(text)} must be absolute: it starts with no /`, path.span());
  if (byteLength(text) >= PATH_MAX) return fault("The path is longer than 4,095 bytes", path.span());
  const long = text.split("/").some(piece => byteLength(piece) > NAME_MAX);
  return long ? fault("A name in the path is longer than 255 bytes", path.span()) : undefined;
}

/** Without a name, that of the file counts. */
function nameFault(name: MappedText | undefined, path: MappedText): ValueProblem | undefined {
  if (name !== undefined && name.text !== "") {
    if (byteLength(name.text) > NAME_MAX) return fault("The name is longer than 255 bytes", name.span());
    return judgeFdName(name);
  }
  const own = nameOf(path.text);
  if (own === "" || own === "..") return fault(`${shown(path.text)} is a folder; name a file in it`, path.span());
  const odd = judgeFdName(MappedText.verbatim(own, 0)) !== undefined;
  return odd
    ? fault(`${shown(own)} cannot name a file descriptor; write another name behind a colon`, path.span())
    : undefined;
}

/** systemd: path_extract_filename() */
function nameOf(path: string): string {
  return (
    path
      .split("/")
      .filter(piece => piece !== "" && piece !== ".")
      .at(-1) ?? ""
  );
}

function optionsOf(flags: MappedText | undefined): readonly MappedText[] {
  return flags === undefined ? [] : splitNested(flags, { separators: "," }).words;
}

function optionsFault(flags: MappedText): ValueProblem | undefined {
  const { failure } = splitNested(flags, { separators: "," });
  if (failure !== undefined) return fault("Nothing follows the backslash", failure);
  const seen = new Set<string>();
  for (const option of optionsOf(flags)) {
    const { text } = option;
    if (!options.includes(text)) return unknownOption(option);
    if (seen.has(text)) return fault(`The option ${text} stands here twice`, option.span());
    seen.add(text);
    const modes = ["read-only", "append", "truncate"].filter(mode => seen.has(mode));
    if (modes.length > 1) return fault(`${modes.join(" and ")} exclude each other`, option.span());
  }
  return undefined;
}

function unknownOption(option: MappedText): ValueProblem {
  const replacement = option.text === "ro" || option.text === "readonly" ? "read-only" : nearest(option.text, options);
  const problem = fault(
    `${shown(option.text)} is no option; write read-only, append, truncate or graceful`,
    option.span(),
  );
  return replacement === undefined ? problem : { ...problem, replacement };
}
