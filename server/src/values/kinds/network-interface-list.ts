/** Names of network interfaces, all others with `~` before them. systemd: config_parse_restrict_network_interfaces(), src/core/load-fragment.c */
import type { Parsed, ValueContext, ValueKind, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { wordFailure } from "../word-failure.ts";
import { readInversion, readWordList } from "../word-list.ts";
import { judgeInterfaceName } from "./interface-names.ts";

export const networkInterfaceList: ValueKind = {
  id: "network-interface-list",
  describe: "names of network interfaces such as eth0, or all but them with ~ before the list",
  parse: parseInterfaces,
};

/** Alternative names, which may be longer, are known since 256. */
function parseInterfaces(text: string, at: ValueContext): Parsed {
  const { inverted, parts: first } = readInversion(text);
  const most = at.version < 256 ? 15 : 127;
  const { words, parts, problems, failure } = readWordList(text, inverted ? 1 : 0, { unquote: true }, word => {
    const problem = judgeInterfaceName(word, most);
    return problem === undefined ? (oddName(word) ?? "string") : { ...problem, consequence: "drops-piece" };
  });
  const consequence = words.length > 0 ? "drops-piece" : "drops-line";
  const last = failure === undefined ? [] : [wordFailure(text, failure, consequence)];
  return { value: { inverted, names: words }, parts: [...first, ...parts], problems: [...problems, ...last] };
}

/** The kernel takes such names, but nobody means them. */
function oddName(word: MappedText): ValueProblem | undefined {
  const { text } = word;
  const odd = { consequence: "silent", rule: "unchecked-value" } as const;
  if (text.startsWith("~")) {
    const message = "~ may only stand before the whole list, where it turns all of it around";
    return { message, span: word.span(0, 1), ...odd };
  }
  if (!text.includes(",")) return undefined;
  const replacement = text
    .split(",")
    .filter(name => name !== "")
    .join(" ");
  return {
    message: `${shown(text)} is taken for one name; separate names by blanks`,
    span: word.span(),
    replacement,
    ...odd,
  };
}
