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
  readonly memory: Memory;
}

/** The reader of a file's values. */
export function readerOf(version: SystemdVersion, name: UnitFileName): Reader {
  return { version, name, memory: memoryOf(`${version} ${name.manager} ${name.type}`) };
}

/** What a directive's grammar makes of a text; undefined as told at `Assignment.parsed`. */
export function parseValue(directive: Directive | undefined, text: string, reader: Reader): Parsed | undefined {
  if (directive === undefined || isRemoved(directive, reader.version)) return undefined;
  if (reader.name.skeleton && isMasked(text)) return undefined;
  const found = reader.memory.get(directive)?.get(text);
  if (found !== undefined) return found;
  const kind = valueKind(directive.kind);
  const parsed = packed(kind?.parse(text, contextOf(directive, reader)));
  if (parsed !== undefined && kind?.readsUnit !== true && !isSingular(text, reader.name.unit))
    remember(reader.memory, directive, text, parsed);
  return parsed;
}

/** With lists that have no room to grow, as values are kept. */
function packed(parsed: Parsed | undefined): Parsed | undefined {
  return parsed && { ...parsed, parts: parsed.parts.slice(), problems: parsed.problems.slice() };
}

/** What a grammar is told of the place of a value. */
export function contextOf(
  { section, name }: Directive,
  { version, name: { type, unit, manager } }: Reader,
): ValueContext {
  return unit === type ? { version, manager, section, name, type } : { version, manager, section, name, type, unit };
}

/** Whether the text may mean something else in another unit, or is not worth remembering. */
function isSingular(text: string, unit: string): boolean {
  if (text.length > LONGEST_REMEMBERED) return true;
  if (text.includes("%") && /%[cdfiIjJnNpPy]/.test(text)) return true;
  return unit.length > LONG_NAME && text.includes("@.");
}

/** A template in a value stands for its instance of the unit's own name, which only long names make too long. */
const LONG_NAME = 100;

/** Values that were read before for one version, manager and unit type; the unit's name has no say in them. */
export type Memory = Map<Directive, Map<string, Parsed>>;

/** Units repeat themselves. Bounded, so that long-lived programs do not grow. */
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 1000;
const memories = new Map<string, Memory>();
let remembered = 0;

function remember(memory: Memory, directive: Directive, text: string, parsed: Parsed): void {
  const known = memory.get(directive);
  if (known === undefined) memory.set(directive, new Map([[text, parsed]]));
  else known.set(text, parsed);
  remembered++;
}

function memoryOf(place: string): Memory {
  if (remembered > MOST_REMEMBERED) {
    memories.clear();
    remembered = 0;
  }
  const memory: Memory = memories.get(place) ?? new Map();
  memories.set(place, memory);
  return memory;
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

const likelyInstances = ["1", "5min", "daily", "10M", "root", "dev-sda", "-srv-a", "a.service", "10.0.0.1:80"];
