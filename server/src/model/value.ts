/** Values, read by the grammar of their directive's kind. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Directive, SystemdVersion } from "../catalog/directive.ts";
import { valueKind } from "../values/index.ts";
import type { Parsed } from "../values/kind.ts";
import type { Assignment } from "./assignment.ts";
import { isMasked } from "./placeholder.ts";
import type { UnitFileName } from "./unit-file-name.ts";

/** Where values are read: for which version, and in which unit. */
export interface Reader {
  readonly version: SystemdVersion;
  readonly name: UnitFileName;
}

/** What a directive's grammar makes of a text; undefined as told at `Assignment.parsed`. */
export function parseValue(
  directive: Directive | undefined,
  text: string,
  { version, name }: Reader,
): Parsed | undefined {
  if (directive === undefined || isRemoved(directive, version) || isMasked(text)) return undefined;
  const kind = valueKind(directive.kind);
  if (kind === undefined) return undefined;
  const { type, unit, manager } = name;
  const at = { version, manager, section: directive.section, name: directive.name, type };
  return kind.parse(text, unit === type ? at : { ...at, unit });
}

/** Whether systemd gives up on the whole file because of the value. */
export function isFatal({ parsed }: Assignment): boolean {
  return parsed?.problems.some(({ consequence }) => consequence === "fatal") === true;
}

/** Whether a problem of a template's value is gone for some instance: `OnBootSec=%i` is fine for an instance called 5min. */
export function dependsOnInstance({ directive, entry }: Assignment, reader: Reader): boolean {
  const { unit } = reader.name;
  const { text } = entry.value;
  if (!unit.includes("@.") || !/%[fiIjJnN]/.test(text)) return false;
  const named = (instance: string): Reader => ({
    ...reader,
    name: { ...reader.name, unit: unit.replace("@.", `@${instance}.`) },
  });
  return likelyInstances.some(instance => parseValue(directive, text, named(instance))?.problems.length === 0);
}

const likelyInstances = ["1", "5min", "10M", "root", "dev-sda", "-srv-a", "a.service", "10.0.0.1:80"];
