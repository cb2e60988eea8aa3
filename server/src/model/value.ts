/** The value of an assignment, read by the grammar of its directive's kind. */
import { isRemoved } from "../catalog/catalog.ts";
import type { SystemdVersion } from "../catalog/directive.ts";
import { valueKind } from "../values/index.ts";
import type { Parsed, ValueContext } from "../values/kind.ts";
import type { Assignment } from "./assignment.ts";
import { isMasked } from "./placeholder.ts";
import type { UnitFileName } from "./unit-file-name.ts";

/** Where a value is read: for which version, and in which unit. */
export interface Reader {
  readonly version: SystemdVersion;
  readonly name: UnitFileName;
}

/**
 * What the grammar makes of the value, read once; undefined where systemd does not read it either (an unknown or removed directive), or
 * where a placeholder stands in it.
 */
export function parsedValue(assignment: Assignment, reader: Reader): Parsed | undefined {
  const known = parsedValues.get(assignment);
  if (known !== undefined) return known;
  const parsed = parsedAs(assignment, assignment.entry.value.text, reader);
  if (parsed !== undefined) parsedValues.set(assignment, parsed);
  return parsed;
}

/** Whether systemd gives up on the whole file because of the value; reads only values of the few kinds that can do that. */
export function isFatal(assignment: Assignment, reader: Reader): boolean {
  const { directive } = assignment;
  if (directive === undefined || valueKind(directive.kind)?.fatal !== true) return false;
  return parsedValue(assignment, reader)?.problems.some(({ consequence }) => consequence === "fatal") === true;
}

const parsedValues = new WeakMap<Assignment, Parsed>();

/** Whether a problem of a template's value is gone for some instance: `OnBootSec=%i` is fine for an instance called 5min. */
export function dependsOnInstance(assignment: Assignment, reader: Reader): boolean {
  const { unit } = reader.name;
  const { text } = assignment.entry.value;
  if (!unit.includes("@.") || !/%[fiIjJnN]/.test(text)) return false;
  const named = (instance: string) => ({
    ...reader,
    name: { ...reader.name, unit: unit.replace("@.", `@${instance}.`) },
  });
  return likelyInstances.some(instance => parsedAs(assignment, text, named(instance))?.problems.length === 0);
}

const likelyInstances = ["1", "5min", "10M", "root", "dev-sda", "-srv-a", "a.service", "10.0.0.1:80"];

/** What the grammar would make of another text in its place; undefined as for `parsedValue`. */
export function parsedAs(
  { section, directive }: Assignment,
  text: string,
  { version, name }: Reader,
): Parsed | undefined {
  if (directive === undefined || isRemoved(directive, version) || isMasked(text)) return undefined;
  const { type, unit, manager } = name;
  const context: ValueContext = {
    version,
    manager,
    section,
    name: directive.name,
    type,
    ...(unit !== type && { unit }),
  };
  return valueKind(directive.kind)?.parse(text, context);
}
