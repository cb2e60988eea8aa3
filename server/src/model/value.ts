/** Values, read by the grammar of their directive's kind. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Directive, SystemdVersion } from "../catalog/directive.ts";
import { valueKind } from "../values/index.ts";
import type { Parsed, ValueContext } from "../values/kind.ts";
import type { Assignment } from "./assignment.ts";
import { isMasked } from "./placeholder.ts";
import type { UnitFileName } from "./unit-file-name.ts";

/** Where values are read: for which version, and in which unit. */
export interface Reader {
  readonly version: SystemdVersion;
  readonly name: UnitFileName;
}

/** What a directive's grammar makes of a text; undefined as told at `Assignment.parsed`. */
export function parseValue(directive: Directive | undefined, text: string, reader: Reader): Parsed | undefined {
  if (directive === undefined || isRemoved(directive, reader.version) || isMasked(text)) return undefined;
  const kind = valueKind(directive.kind);
  if (kind === undefined) return undefined;
  if (kind.readsUnit === true || isSingular(text)) return kind.parse(text, contextOf(directive, reader));
  const known = recall(directive, reader);
  const found = known.get(text);
  if (found !== undefined) return found;
  const parsed = kind.parse(text, contextOf(directive, reader));
  known.set(text, parsed);
  remembered++;
  return parsed;
}

function contextOf({ section, name }: Directive, { version, name: { type, unit, manager } }: Reader): ValueContext {
  const at = { version, manager, section, name, type };
  return unit === type ? at : { ...at, unit };
}

/** Whether the text may mean something else in another unit (specifiers, names of templates), or is not worth remembering. */
function isSingular(text: string): boolean {
  return text.length > LONGEST_REMEMBERED || text.includes("%") || text.includes("@.");
}

/** Units repeat themselves: most values were read before. Bounded, so that long-lived programs do not grow. */
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 200;
const memory = new Map<string, Map<Directive, Map<string, Parsed>>>();
let remembered = 0;

/** The values of a directive that were read for this version, manager and unit type; the unit's name has no say in them. */
function recall(directive: Directive, { version, name }: Reader): Map<string, Parsed> {
  if (remembered > MOST_REMEMBERED) {
    memory.clear();
    remembered = 0;
  }
  const place = `${version} ${name.manager} ${name.type}`;
  const byDirective = entry(memory, place, () => new Map<Directive, Map<string, Parsed>>());
  return entry(byDirective, directive, () => new Map<string, Parsed>());
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
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
