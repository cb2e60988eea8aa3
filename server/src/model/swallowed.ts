/** Settings and section headers that a backslash at the end of the line above makes part of its value. systemd: config_parse(), src/shared/conf-parser.c */
import type { EntrySyntax, PieceSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { UnitFile } from "./unit-file.ts";

/** What a value has swallowed. */
export interface Swallowed {
  /** `Restart=` or `[Install]`. */
  readonly name: string;
  readonly key?: string;
  readonly section?: string;
  readonly span: Span;
  /** The physical line whose backslash is to blame. */
  readonly culprit: PieceSyntax;
}

/** The first directive or header of this type of unit that stands, not indented, where an entry goes on; systemd-run takes settings as arguments. */
export function swallowedBy(line: EntrySyntax, file: UnitFile): Swallowed | undefined {
  if (line.pieces.length === 1 || /\bsystemd-run\b/.test(line.value.text)) return undefined;
  let culprit: PieceSyntax | undefined;
  for (const piece of line.pieces) {
    const found = culprit === undefined ? undefined : startOf(piece, file);
    if (found !== undefined && culprit !== undefined) return { ...found, culprit };
    // A backslash above the entry's own key swallows nothing.
    if (piece.kind === "text" && piece.span.end > line.key.span.start) culprit = piece;
  }
  return undefined;
}

function startOf({ kind, span }: PieceSyntax, file: UnitFile): Omit<Swallowed, "culprit"> | undefined {
  if (kind !== "text") return undefined;
  const { source, catalog } = file;
  const text = source.text.slice(span.start, span.end);
  const sections = catalog.sectionsOf(file.name.type);
  const [, section, key] = /^(?:\[([A-Za-z]+)\]\s*$|([A-Z]+[a-z][A-Za-z0-9]*)=)/.exec(text) ?? [];
  if (section !== undefined && sections.includes(section))
    return { name: `[${section}]`, section, span: { start: span.start, end: span.start + section.length + 2 } };
  if (key === undefined || !sections.some(section => catalog.directive(section, key) !== undefined)) return undefined;
  return { name: `${key}=`, key, span: { start: span.start, end: span.start + key.length + 1 } };
}
