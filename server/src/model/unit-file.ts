/** One file as systemd reads it: which sections count, which entries are which directives, where reading stops. */
import type { Catalog } from "../catalog/catalog.ts";
import type { SectionName } from "../catalog/directive.ts";
import { parse, parseSkeleton } from "../syntax/parse.ts";
import { type HeaderFault, headerFault } from "../syntax/section-name.ts";
import type { HeaderSyntax, LineSyntax, SectionSyntax, UnitSyntax } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Assignment } from "./assignment.ts";
import type { Derived } from "./derived.ts";
import { isMasked } from "./placeholder.ts";
import type { UnitFileName } from "./unit-file-name.ts";
import { isFatal, parseValue, type Reader, readerOf } from "./value.ts";

/** One unit file or drop-in, read for one version of systemd. */
export interface UnitFile {
  readonly source: SourceFile;
  readonly name: UnitFileName;
  readonly syntax: UnitSyntax;
  readonly catalog: Catalog;
  /** For reading other texts as values of this file. */
  readonly reader: Reader;
  readonly blocks: readonly Block[];
  /** The line at which systemd gives up on the file; nothing below it is read. */
  readonly stop?: Stop;
  readonly derived: Derived;
}

/** Why systemd reads no further than a line. */
export interface Stop {
  readonly line: LineSyntax;
  readonly reason: HeaderFault | "not-utf8" | "overlong" | "value";
}

/**
 * What a header's lines are to systemd: `known` ones are read, those of `vendor` (`X-…`) and `unknown` sections skipped,
 * those of the `preamble` have no section; a `masked` header is a placeholder of a skeleton.
 */
export type BlockRole = "known" | "vendor" | "unknown" | "preamble" | "masked";

/** A header with its lines, in its role. */
export interface Block {
  readonly role: BlockRole;
  readonly header?: HeaderSyntax;
  /** What makes systemd give up at the header. */
  readonly fault?: HeaderFault;
  /** The section's name; below a broken header, the one that was probably meant. */
  readonly section: SectionName;
  readonly lines: readonly LineSyntax[];
  /** Its entries as assignments; empty unless `known`. */
  readonly assignments: readonly Assignment[];
  /** Those of them whose values have problems. */
  readonly troubled: readonly Assignment[];
}

/** Parses a file as what its name says: a skeleton, or not. */
export function parseUnitFile(source: SourceFile, name: UnitFileName): UnitSyntax {
  return name.skeleton ? parseSkeleton(source.text) : parse(source.text);
}

/** Reads a file for the catalog's version; `syntax` spares parsing it again. */
export function readUnitFile(
  source: SourceFile,
  name: UnitFileName,
  catalog: Catalog,
  syntax: UnitSyntax = parseUnitFile(source, name),
): UnitFile {
  const reader = readerOf(catalog.version, name);
  const file: Draft = { source, name, syntax, catalog, reader, blocks: [], derived: {} };
  file.blocks = syntax.sections.map(section => readBlock(section, file));
  const stop = findStop(file.blocks);
  if (stop !== undefined) file.stop = stop;
  return file;
}

/** Its assignments know the file to which they belong. */
type Draft = Omit<UnitFile, "blocks" | "stop"> & { blocks: readonly Block[]; stop?: Stop };

/** Whether systemd gives up before it comes to a line. */
export function isUnread(file: UnitFile, line: LineSyntax): boolean {
  return file.stop !== undefined && line.span.start > file.stop.line.span.start;
}

function readBlock({ header, lines }: SectionSyntax, file: UnitFile): Block {
  if (header === undefined) return { role: "preamble", section: "", lines, assignments: [], troubled: [] };
  const { catalog, name } = file;
  const known = catalog.sectionsOf(name.type);
  const fault = isMasked(header.content.text) ? undefined : headerFault(header, catalog.version);
  const section = fault === undefined ? header.name.text : intendedName(header, known);
  const role = roleOf(section, known);
  const assignments = role === "known" ? readAssignments(lines, section, file) : [];
  const troubled = assignments.filter(({ parsed }) => parsed !== undefined && parsed.problems.length > 0);
  return { role, header, ...(fault && { fault }), section, lines, assignments, troubled };
}

/** A copy, as it has no room to grow: there are many, and they are kept. */
function readAssignments(lines: readonly LineSyntax[], section: SectionName, file: UnitFile): Assignment[] {
  const { catalog, reader } = file;
  const assignments: Assignment[] = [];
  for (const line of lines) {
    if (line.kind !== "entry") continue;
    const directive = catalog.directive(section, line.key.text);
    const parsed = parseValue(directive, line.value.text, reader);
    assignments.push({ file, entry: line, section, directive, parsed });
  }
  return assignments.slice();
}

function roleOf(section: SectionName, known: readonly SectionName[]): BlockRole {
  if (known.includes(section)) return "known";
  if (section.startsWith("X-") || known.includes(`-${section}`)) return "vendor";
  return isMasked(section) ? "masked" : "unknown";
}

/** The known section in a broken header such as `[Service`, `[[Unit]]` or `[Install] # boot`. */
function intendedName(header: HeaderSyntax, known: readonly SectionName[]): SectionName {
  const word = /[A-Za-z-]+/.exec(header.name.text)?.[0] ?? "";
  return known.includes(word) ? word : header.name.text;
}

/** systemd: parse_line() and config_parse() return errors for these, and what calls them reads no further. */
function findStop(blocks: readonly Block[]): Stop | undefined {
  for (const block of blocks) {
    if (block.header !== undefined && block.fault !== undefined) return { line: block.header, reason: block.fault };
    const broken = block.lines.find(({ kind }) => kind === "not-utf8" || kind === "overlong");
    const fatal = block.troubled.find(isFatal)?.entry;
    if (broken !== undefined && (fatal === undefined || broken.span.start < fatal.span.start)) {
      return { line: broken, reason: broken.kind === "overlong" ? "overlong" : "not-utf8" };
    }
    if (fatal !== undefined) return { line: fatal, reason: "value" };
  }
  return undefined;
}
