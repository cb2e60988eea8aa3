/** What a new name for a unit comes to: which name is replaced by which, or why it cannot be. */
import { isUnitType } from "../../catalog/unit-types.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";

/** One name in the place of another: both plain units, both instances, or both templates, whose instances keep their own names. */
export interface NameChange {
  readonly from: string;
  readonly to: string;
}

/** Why nothing is renamed: one line for people. */
export interface Refusal {
  readonly refusal: string;
}

/**
 * Reads what somebody typed over a name as written. The suffix may be left out; the piece before an `@` names the template, and where a
 * template gives the instance, an unchanged instance does so too.
 */
export function readNewName(
  name: string,
  written: string,
  typed: string,
  givenByTemplate: boolean,
): NameChange | Refusal {
  const old = readUnitName(name);
  if (old === undefined) return { refusal: `${name} is no name of a unit` };
  const full = withSuffix(typed.trim(), old.type);
  if (!full.endsWith(`.${old.type}`))
    return { refusal: `${full} is no ${old.type}: the name must end in .${old.type}` };
  const [prefix, instance] = split(full);
  if (old.instance === undefined) {
    if (instance !== undefined) return { refusal: `${name} is no template: its name must have no @` };
    return checked(name, full);
  }
  if (instance === undefined) return { refusal: `${name} needs an @ in its name` };
  const isSameInstance = instance === split(written)[1];
  const template = withInstance(old, "");
  const newTemplate = `${prefix}@.${old.type}`;
  if (old.instance === "") {
    if (!isSameInstance && instance !== "")
      return { refusal: `Only the piece of ${written} before the @ can be renamed` };
    return checked(template, newTemplate);
  }
  return isSameInstance && givenByTemplate ? checked(template, newTemplate) : checked(name, full);
}

/** The name that takes the place of one that a change concerns; undefined for others. */
export function changedName({ from, to }: NameChange, name: string): string | undefined {
  if (name === from) return to;
  const [template, parts] = [readUnitName(from), readUnitName(name)];
  if (template?.instance !== "" || !parts?.instance || withInstance(parts, "") !== from) return undefined;
  const prefix = readUnitName(to)?.prefix ?? parts.prefix;
  return withInstance({ ...parts, prefix }, parts.instance);
}

function checked(from: string, to: string): NameChange | Refusal {
  return readUnitName(to) === undefined ? { refusal: `${to} is no name of a unit` } : { from, to };
}

function withSuffix(typed: string, type: string): string {
  return isUnitType(typed.slice(typed.lastIndexOf(".") + 1)) ? typed : `${typed}.${type}`;
}

/** What stands before the `@` and between it and the suffix; the latter undefined where no `@` is. */
function split(name: string): [prefix: string, instance: string | undefined] {
  const stem = name.slice(0, name.lastIndexOf("."));
  const at = stem.indexOf("@");
  return at < 0 ? [stem, undefined] : [stem.slice(0, at), stem.slice(at + 1)];
}
