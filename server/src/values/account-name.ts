/** Names and numbers of users and groups. systemd: valid_user_group_name(), parse_uid(), src/basic/user-util.c */
import type { Consequence, ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { isUtf8 } from "./path.ts";
import { expandSpecifiers, unknownSpecifier } from "./specifiers.ts";

/** A user or a group as systemd takes it, or why it takes none. */
export interface AccountReading {
  readonly name?: string;
  readonly parts: readonly ValuePart[];
  readonly problem?: ValueProblem;
}

/** Reads a name or a number; names are judged as loosely as systemd does, whoever exists on the host. */
export function readAccount(written: MappedText, at: ValueContext, kind: "user" | "group"): AccountReading {
  const { text, parts, unknown } = expandSpecifiers(written, at);
  const labelled: ValuePart[] = [{ kind, span: written.span() }, ...parts];
  if (unknown !== undefined) return { parts: labelled, problem: unknownSpecifier(unknown, "fatal") };
  const name = text?.text ?? "";
  const fault = faultOf(name, kind);
  const problem = fault === undefined ? oddity(written, kind) : toProblem(fault, written, "fatal");
  return problem === undefined ? { name, parts: labelled } : { name, parts: labelled, problem };
}

interface Fault {
  readonly message: string;
  readonly replacement?: string;
}

function toProblem({ message, replacement }: Fault, written: MappedText, consequence: Consequence): ValueProblem {
  const problem = { message, span: written.span(), consequence };
  return replacement === undefined ? problem : { ...problem, replacement };
}

/** Why a name or number is refused. */
function faultOf(name: string, kind: "user" | "group"): Fault | undefined {
  if (name === "") return { message: `The name of the ${kind} comes out empty` };
  if (/^[0-9]+$/.test(name)) return numberFault(name, kind);
  if (name === "-") return { message: `- is no name of a ${kind}` };
  if (/^-[0-9]+$/.test(name)) return { message: `${name} is no ${kind} ID: it must not be negative` };
  if (name === "." || name === "..") return { message: `${name} is no name of a ${kind}` };
  const owner = /^([A-Za-z0-9_-]+):[A-Za-z0-9_-]*$/.exec(name)?.[1];
  if (owner !== undefined && kind === "user")
    return { message: `${name} is no name of a user: it holds a colon; the group goes to Group=`, replacement: owner };
  const bad = /[:/]/.exec(name)?.[0];
  if (bad !== undefined) return { message: `${name} is no name of a ${kind}: it holds ${bad}` };
  if (/^ | $/.test(name)) return { message: `The name of the ${kind} begins or ends with a blank` };
  if (hasControl(name)) return { message: `The name of the ${kind} holds a control character` };
  return isUtf8(name) ? undefined : { message: `The name of the ${kind} is not valid UTF-8` };
}

function numberFault(digits: string, kind: "user" | "group"): Fault | undefined {
  const plain = digits.replace(/^0+(?=[0-9])/, "");
  const inRange = plain.length < 10 || (plain.length === 10 && plain < "4294967295");
  if (!inRange) return { message: `${digits} is no ${kind} ID: the highest is 4294967294` };
  if (plain === "65535") return { message: `${digits} is no ${kind} ID: it stands for none` };
  if (plain === digits) return undefined;
  return { message: `${digits} is no ${kind} ID: it begins with a needless 0; write ${plain}`, replacement: plain };
}

function hasControl(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) < 0x20 || name.charCodeAt(i) === 0x7f) return true;
  return false;
}

/** What systemd takes for a name though no such user can be: quotes and commas. */
function oddity(written: MappedText, kind: "user" | "group"): ValueProblem | undefined {
  const rule = "unchecked-value";
  const quoted = /^(["'])([^"']*)\1$/.exec(written.text)?.[2];
  if (quoted !== undefined) {
    const message = `The quotes are taken as part of the name ${written.text}; write it without them`;
    return { ...toProblem({ message, replacement: quoted }, written, "silent"), rule };
  }
  if (!written.text.includes(",")) return undefined;
  const message = `${written.text} is taken for the name of one ${kind}: commas separate none`;
  const words = written.text.split(",").filter(word => word !== "");
  const fault = kind === "group" ? { message, replacement: words.join(" ") } : { message };
  return { ...toProblem(fault, written, "silent"), rule };
}
