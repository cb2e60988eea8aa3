/** Names and assignments of environment variables. systemd: env_name_is_valid(), env_assignment_is_valid(), src/basic/env-util.c */
import { isUtf8 } from "./path.ts";
import { shown } from "./shown.ts";

/** Whether a text may be the name of a variable. */
export function isVariableName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

/** What is wrong with an assignment such as `NAME=value`, or undefined. */
export function assignmentFault(text: string): string | undefined {
  const equals = text.indexOf("=");
  if (equals < 0)
    return `${text === "" ? "An empty word" : shown(text)} is no assignment: it holds no =; write NAME=value`;
  const fault = nameFault(text.slice(0, equals));
  if (fault !== undefined) return fault;
  return isUtf8(text) ? undefined : `The value of ${text.slice(0, equals)} is not valid UTF-8`;
}

/** What is wrong with a name, or undefined. */
export function nameFault(name: string): string | undefined {
  if (isVariableName(name)) return undefined;
  if (name === "") return "The name of a variable is missing";
  if (/^[0-9]/.test(name)) return `${shown(name)} is no name of a variable: it begins with a digit`;
  return `${shown(name)} is no name of a variable: it may hold letters of ASCII, digits and _ only`;
}
