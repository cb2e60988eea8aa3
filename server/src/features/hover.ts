/** Hover: what stands at a place in a unit file, in a few words. */
import type { KindId } from "../catalog/directive.ts";
import { contextOf } from "../model/value.ts";
import type { Span } from "../text/span.ts";
import type { Clock } from "../values/calendar/upcoming.ts";
import type { PartKind } from "../values/kind.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import { describeGroup, describeUser } from "./hover/account.ts";
import { describeAddressFamily } from "./hover/address-family.ts";
import { describeMode, describeSize, describeTimeSpan } from "./hover/amounts.ts";
import { describeCalendar } from "./hover/calendar.ts";
import { describeCapability } from "./hover/capability.ts";
import { describeCommand } from "./hover/command.ts";
import { describeCondition } from "./hover/condition.ts";
import { cursorAt, type ValueCursor } from "./hover/cursor.ts";
import { describeKey } from "./hover/key.ts";
import { type Block, markdownOf, plainTextOf } from "./hover/markup.ts";
import { describePath } from "./hover/path.ts";
import type { Describe, Piece } from "./hover/piece.ts";
import { describeSection } from "./hover/section.ts";
import { describeSignal } from "./hover/signal.ts";
import { describeSpecifier } from "./hover/specifier.ts";
import { describeSystemCall, describeSystemCallGroup } from "./hover/system-call.ts";
import { describeUnitName } from "./hover/unit-name.ts";
import { describeVariable, describeVariableName } from "./hover/variable.ts";
import { describeExitStatus, describeInversion, describePrefix, describeUri, describeWord } from "./hover/word.ts";

/** A text about a stretch of the file. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
  /** The same for clients without Markdown. */
  readonly plainText: string;
}

/** What there is to say of an offset; undefined where that is nothing. */
export function hover(snapshot: Snapshot, uri: FileUri, offset: number, clock: Clock): Hover | undefined {
  const file = snapshot.file(uri);
  const cursor = file && cursorAt(file, offset);
  if (file === undefined || cursor === undefined) return undefined;
  if (cursor.on === "section") return told(cursor.span, describeSection(cursor, file.unitFile));
  if (cursor.on === "key") return told(cursor.span, describeKey(cursor, file, snapshot));
  return overValue(cursor, file, snapshot, clock);
}

function told(span: Span, blocks: readonly Block[]): Hover | undefined {
  if (blocks.length === 0) return undefined;
  return { span, markdown: markdownOf(blocks), plainText: plainTextOf(blocks) };
}

/** From the smallest part outwards, then what the value as a whole means. */
function overValue(
  { entry, assignment, parts, span }: ValueCursor,
  file: WorkspaceFile,
  snapshot: Snapshot,
  clock: Clock,
): Hover | undefined {
  const directive = assignment?.directive;
  if (assignment === undefined || directive === undefined) return undefined;
  const frame = { snapshot, file, clock, assignment, directive, context: contextOf(directive, file.unitFile.reader) };
  const pieces: Piece[] = parts.map(part => ({
    ...frame,
    part,
    text: entry.value.text.slice(part.span.start, part.span.end),
  }));
  const whole: Piece = { ...frame, part: parts[0], text: entry.value.text };
  const ofParts = pieces.map(piece => byPart[`${piece.part?.kind} ${directive.kind}`]?.(piece) ?? byPartKind(piece));
  const smallest = pieces.findIndex((_, i) => (ofParts[i]?.length ?? 0) > 0);
  const place = pieces[smallest]?.part;
  const blocks = [...ofParts.flat(), ...(ofKind(directive.kind)?.(whole) ?? [])];
  const at = place === undefined ? span : entry.value.toSource(place.span);
  if (blocks.length > 0) return told(at, blocks);
  return told(span, describeWord(pieces[0] ?? whole));
}

function byPartKind(piece: Piece): readonly Block[] {
  return piece.part === undefined ? [] : (byKindOfPart[piece.part.kind]?.(piece) ?? []);
}

/** What parts are, whatever the value. */
const byKindOfPart: Readonly<Partial<Record<PartKind, Describe>>> = {
  capability: describeCapability,
  group: describeGroup,
  operator: describeInversion,
  path: describePath,
  prefix: describePrefix,
  signal: describeSignal,
  specifier: describeSpecifier,
  syscall: describeSystemCall,
  "syscall-group": describeSystemCallGroup,
  "unit-name": describeUnitName,
  uri: describeUri,
  user: describeUser,
  variable: describeVariable,
  "variable-name": describeVariableName,
};

/** What parts are in values of one kind: `PART KIND`. */
const byPart: Readonly<Record<string, Describe>> = {
  "keyword address-family-list": describeAddressFamily,
  "keyword exit-status-list": describeExitStatus,
  "prefix command-line": () => [],
};

/** What values are as a whole. */
const byKind: Readonly<Record<KindId, Describe>> = {
  "calendar-event": describeCalendar,
  "command-line": describeCommand,
  "directory-quota": describeSize,
  "memory-limit": describeSize,
  "memory-pressure-duration": describeTimeSpan,
  "resource-limit-seconds": describeTimeSpan,
  "resource-limit-microseconds": describeTimeSpan,
  "resource-limit-size": describeSize,
  "time-span": describeTimeSpan,
  "time-span-nanoseconds": describeTimeSpan,
  mode: describeMode,
  size: describeSize,
};

function ofKind(kind: KindId): Describe | undefined {
  return kind.startsWith("condition-") ? describeCondition : byKind[kind];
}
