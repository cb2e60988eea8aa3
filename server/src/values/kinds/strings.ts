/**
 * Texts that systemd keeps as they are, most of them with specifiers resolved; an empty one resets.
 * systemd: config_parse_string(), src/shared/conf-parser.c; config_parse_unit_string_printf(), config_parse_reboot_parameter(), src/core/load-fragment.c
 */
import { readExpanded } from "../expanded-text.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValueProblem, whole } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { NAME_MAX } from "../path.ts";

export const strings: readonly ValueKind[] = [
  { id: "string", describe: "a text", parse: (text, at) => readExpanded(text, at, () => undefined) },
  {
    id: "literal-string",
    describe: "a text without specifiers",
    parse: text => accepted(text, [{ kind: "string", span: whole(text) }]),
  },
  {
    id: "filesystem-type",
    describe: "a type of file system such as ext4 or tmpfs",
    parse: (text, at) => readExpanded(text, at, () => undefined, { part: "keyword" }),
  },
  {
    id: "reboot-argument",
    describe: "a text of at most 255 ASCII letters",
    parse: readRebootArgument,
  },
];

/** Releases before 252 took any text. */
function readRebootArgument(text: string, at: ValueContext): Parsed {
  return at.version < 252
    ? readExpanded(text, at, () => undefined)
    : readExpanded(text, at, judgeRebootArgument, { most: NAME_MAX });
}

function judgeRebootArgument(argument: MappedText): ValueProblem | undefined {
  const found = /[^\u0001-\u007f]/u.exec(argument.text);
  if (found === null) return undefined;
  const span = argument.span(found.index, found.index + found[0].length);
  return { message: `${found[0]} is not allowed here: the text must be ASCII`, span, consequence: "drops-line" };
}
