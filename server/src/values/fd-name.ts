/** Names of file descriptors. systemd: fdname_is_valid(), src/basic/fd-util.c */
import type { ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { shown } from "./shown.ts";

/** What is wrong with a name (specifiers expanded, at most 255 bytes), or undefined: it is ASCII without control characters and colons. */
export function judgeFdName(name: MappedText): ValueProblem | undefined {
  const found = /[^ -9;-~]/u.exec(name.text);
  if (found === null) return undefined;
  const span = name.span(found.index, found.index + found[0].length);
  const message = `${shown(found[0])} is not allowed in the name of a file descriptor: it is ASCII without colons`;
  return { message, span, consequence: "drops-line" };
}
