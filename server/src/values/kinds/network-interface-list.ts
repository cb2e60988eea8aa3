/** Names of network interfaces, all others with `~` before them. systemd: config_parse_restrict_network_interfaces(), src/core/load-fragment.c */
import type { Parsed, ValueContext, ValueKind } from "../kind.ts";
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
    return problem === undefined ? "string" : { ...problem, consequence: "drops-piece" };
  });
  const consequence = words.length > 0 ? "drops-piece" : "drops-line";
  const last = failure === undefined ? [] : [wordFailure(text, failure, consequence)];
  return { value: { inverted, names: words }, parts: [...first, ...parts], problems: [...problems, ...last] };
}
