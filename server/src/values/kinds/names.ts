/**
 * Names that follow rules of their own.
 * systemd: config_parse_log_namespace(), config_parse_fdname(), config_parse_bus_name(), src/core/load-fragment.c; log_namespace_name_valid(),
 * src/basic/syslog-util.c; fdname_is_valid(), src/basic/fd-util.c; service_name_is_valid(), src/libsystemd/sd-bus/bus-internal.c;
 * config_parse_default_instance(), src/shared/install.c
 */
import { readExpanded } from "../expanded-text.ts";
import { judgeFdName } from "../fd-name.ts";
import {
  accepted,
  type Parsed,
  rejected,
  type ValueContext,
  type ValueKind,
  type ValueProblem,
  whole,
} from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { NAME_MAX } from "../path.ts";
import { shown } from "../shown.ts";
import { UNIT_NAME_MAX } from "../unit-name.ts";

export const names: readonly ValueKind[] = [
  { id: "log-namespace", describe: "a name of letters, digits and @ : _ . -", parse: readLogNamespace },
  { id: "fd-name", describe: "a name of ASCII letters without a colon", parse: readFdName },
  { id: "bus-name", describe: "a name on D-Bus such as org.example.App", parse: readBusName },
  { id: "instance-name", describe: "the name of an instance: letters, digits and @ : _ . - \\", parse: readInstance },
];

const machineId = 32;

function readLogNamespace(text: string, at: ValueContext): Parsed {
  return text === "" ? accepted("") : readExpanded(text, at, judgeLogNamespace, { most: NAME_MAX - machineId - 1 });
}

function judgeLogNamespace(name: MappedText): ValueProblem | undefined {
  if (name.text === "" || name.text === "." || name.text === "..")
    return fault(`${quoted(name.text)} is no name of a log namespace`, name);
  return foreignCharacter(name, /[^A-Za-z0-9@:_.-]/u, "letters, digits and @ : _ . -");
}

function readFdName(text: string, at: ValueContext): Parsed {
  return text === "" ? accepted("") : readExpanded(text, at, judgeFdName, { most: NAME_MAX });
}

function readBusName(text: string, at: ValueContext): Parsed {
  if (text === "") return rejected("A bus name must not be empty; it looks like org.example.App", whole(text));
  return readExpanded(text, at, judgeBusName, { most: NAME_MAX });
}

/** Pieces with dots between them; only in unique names, after the colon, may they start with a digit. */
function judgeBusName(name: MappedText): ValueProblem | undefined {
  const { text } = name;
  const unique = text.startsWith(":");
  const foreign = foreignCharacter(unique ? name.slice(1) : name, /[^A-Za-z0-9_.-]/u, "letters, digits, _ - and dots");
  if (foreign !== undefined) return foreign;
  const pieces = text.slice(unique ? 1 : 0).split(".");
  if (pieces.length < 2) return fault(`The bus name ${quoted(text)} needs a dot, as in org.example.App`, name);
  if (pieces.includes("")) return fault(`The bus name ${quoted(text)} has nothing beside a dot`, name);
  const digit = unique ? undefined : /(?<=^|\.)[0-9]/.exec(text);
  if (digit === null || digit === undefined) return undefined;
  return fault(
    `No piece of the bus name may start with the digit ${digit[0]}`,
    name.slice(digit.index, digit.index + 1),
  );
}

/** In [Install], of which only the enabling of units speaks. */
function readInstance(text: string, at: ValueContext): Parsed {
  return text === ""
    ? accepted("")
    : readExpanded(text, at, judgeInstance, { set: "install", most: UNIT_NAME_MAX, consequence: "silent" });
}

function judgeInstance(name: MappedText): ValueProblem | undefined {
  const problem = foreignCharacter(name, /[^A-Za-z0-9@:_.\\-]/u, "letters, digits and @ : _ . - \\");
  return problem && { ...problem, consequence: "silent", rule: "unchecked-value" };
}

function foreignCharacter(name: MappedText, foreign: RegExp, allowed: string): ValueProblem | undefined {
  const found = foreign.exec(name.text);
  if (found === null) return undefined;
  const place = name.slice(found.index, found.index + found[0].length);
  return fault(`${quoted(found[0])} is not allowed in the name; it takes ${allowed}`, place);
}

function fault(message: string, place: MappedText): ValueProblem {
  return { message, span: place.span(), consequence: "drops-line" };
}

function quoted(text: string): string {
  return text.trim() === "" ? `“${text}”` : shown(text);
}
