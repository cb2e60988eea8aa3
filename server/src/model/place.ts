/** Places in unit files to which something about a whole unit points. */
import type { SectionName } from "../catalog/directive.ts";
import type { LineSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { Dependency } from "./dependency.ts";
import type { PlacedAssignment } from "./setting.ts";
import type { Unit } from "./unit.ts";
import type { UnitFile } from "./unit-file.ts";

/** A stretch of a logical line of a file. */
export interface Place {
  readonly file: UnitFile;
  readonly line: LineSyntax;
  readonly span: Span;
}

/** The whole assignment, from key to value. */
export function assignmentPlace({ file, entry }: PlacedAssignment): Place {
  return { file, line: entry, span: entry.content.span };
}

/** Its key alone. */
export function keyPlace({ file, entry }: PlacedAssignment): Place {
  return { file, line: entry, span: entry.key.span };
}

/** Its value; the key where that is empty. */
export function valuePlace({ file, entry }: PlacedAssignment): Place {
  return { file, line: entry, span: entry.value.text === "" ? entry.key.span : entry.value.span };
}

/** A word of its value as written, such as a unit's name; the whole value where specifiers hide it. */
export function wordPlace(at: PlacedAssignment, word: string): Place {
  const { file, entry } = at;
  const named = at.parsed?.parts.find(
    ({ kind, span }) => kind === "unit-name" && entry.value.text.slice(span.start, span.end) === word,
  );
  return named === undefined ? valuePlace(at) : { file, line: entry, span: entry.value.toSource(named.span) };
}

/** Where a dependency is said: the name of the other unit; undefined for one that no line says. */
export function dependencyPlace({ at, on }: Dependency): Place | undefined {
  return at && wordPlace(at, on);
}

/** The header of a section of the unit's fragment; of another section, or the first line, where it has none. */
export function sectionPlace({ fragment }: Unit, section: SectionName): Place | undefined {
  if (fragment === undefined) return undefined;
  const header = fragment.blocks.find(block => block.section === section && block.header !== undefined)?.header;
  const line = header ?? fragment.blocks.find(block => block.header !== undefined)?.header ?? firstLine(fragment);
  if (line === undefined) return undefined;
  return { file: fragment, line, span: line.kind === "header" ? line.content.span : line.span };
}

function firstLine({ blocks }: UnitFile): LineSyntax | undefined {
  return blocks.flatMap(({ lines }) => lines)[0];
}
