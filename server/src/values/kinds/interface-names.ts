/**
 * The name of one network interface.
 * systemd: config_parse_socket_bindtodevice(), config_parse_bind_network_interface(), src/core/load-fragment.c; ifname_valid_full(),
 * src/basic/socket-util.c
 */
import { readExpanded } from "../expanded-text.ts";
import { INT_MAX, INT_MIN, readInteger } from "../integer.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValueProblem, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { byteLength } from "../path.ts";
import { shown } from "../shown.ts";

export const interfaceNames: readonly ValueKind[] = [
  { id: "bind-to-device", describe: "the name of a network interface such as eth0", parse: parseBindToDevice },
  { id: "network-interface", describe: "the name of a network interface such as eth0", parse: parseInterface },
];

const longestName = 15;
const longestAlternativeName = 127;

/** Releases before 258 resolve no specifiers here. */
function parseBindToDevice(text: string, at: ValueContext): Parsed {
  if (text === "" || text === "*") return accepted("");
  const judge = (name: MappedText) => judgeInterfaceName(name, longestName);
  if (at.version >= 258) return readExpanded(text, at, judge);
  const problem = judge(MappedText.verbatim(text, 0));
  if (problem !== undefined) return { parts: [], problems: [problem] };
  return accepted(text, [{ kind: "string", span: whole(text) }]);
}

function parseInterface(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  return readExpanded(text, at, name => judgeInterfaceName(name, longestAlternativeName));
}

export function judgeInterfaceName(name: MappedText, most: number): ValueProblem | undefined {
  const { text } = name;
  const fault = (message: string, span = name.span()): ValueProblem => ({ message, span, consequence: "drops-line" });
  if (text === "") return fault("The name of the network interface is empty");
  const index = readInteger(text, { least: INT_MIN, most: INT_MAX });
  if (("value" in index && index.value > 0n) || /^[0-9]+$/.test(text))
    return fault(`${shown(text)} is a number; write the name of the network interface`);
  if (byteLength(text) > most) return fault(`${shown(text)} is longer than the ${most} bytes of an interface name`);
  if ([".", "..", "all", "default"].includes(text)) return fault(`${text} is no name of a network interface`);
  const found = /[^!-$&-.0-9;-~]/u.exec(text);
  if (found === null) return undefined;
  const span = name.span(found.index, found.index + found[0].length);
  return fault(`${found[0].trim() === "" ? "A blank" : shown(found[0])} is not allowed in an interface name`, span);
}
