/** Hover: what stands at a place in a unit file, in a few words. */
import type { KindId } from "../catalog/directive.ts";
import { contextOf } from "../model/value.ts";
import type { Span } from "../text/span.ts";
import type { PartKind } from "../values/kind.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { describeGroup, describeUser } from "./hover/account.ts";
import { describeAddressFamily } from "./hover/address-family.ts";
import { describeMode, describeSize, describeTimeSpan } from "./hover/amounts.ts";
import { describeCalendar } from "./hover/calendar.ts";
import { describeCapability } from "./hover/capability.ts";
import { describeCommand } from "./hover/command.ts";
import { describeCondition } from "./hover/condition.ts";
import { describeKey } from "./hover/key.ts";
import { type Block, markdownOf, plainTextOf } from "./hover/markup.ts";
import { describePath } from "./hover/path.ts";
import type { Describe, Piece } from "./hover/piece.ts";
import { describeSection } from "./hover/section.ts";
import { describeSignal } from "./hover/signal.ts";
import { describeSpecifier } from "./hover/specifier.ts";
import { describeSuppression } from "./hover/suppression.ts";
import { describeSystemCall, describeSystemCallGroup } from "./hover/system-call.ts";
import { describeUnitName } from "./hover/unit-name.ts";
import { describeVariable, describeVariableName } from "./hover/variable.ts";
import { describeExitStatus, describeInversion, describePrefix, describeUri, describeWord } from "./hover/word.ts";
import { targetAt, type ValueTarget } from "./target.ts";

/** A text about a stretch of the file. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
  /** The same for clients without Markdown. */
  readonly plainText: string;
}

/** What there is to say of an offset; undefined where that is nothing. */
export function hover(
  snapshot: Snapshot,
  uri: FileUri,
  offset: number,
  { clock, texts }: Pick<Piece, "clock" | "texts">,
): Hover | undefined {
  const file = snapshot.file(uri);
  const target = file && targetAt(file.unitFile, offset);
  if (file === undefined || target === undefined) return undefined;
  if (target.is === "header") return told(target.line.content.span, describeSection(target, file.unitFile, texts));
  if (target.is === "comment") return overComment(file.source.text, target.span, offset);
  if (target.is === "key") return told(target.span, describeKey(target, file, snapshot, texts));
  return target.is === "value" && !target.isBehind ? overValue(target, { file, snapshot, clock, texts }) : undefined;
}

/** Most comments are for people. */
function overComment(text: string, span: Span, offset: number): Hover | undefined {
  const described = describeSuppression(text, span, offset);
  return described && told(described.span, described.blocks);
}

function told(span: Span, blocks: readonly Block[]): Hover | undefined {
  if (blocks.length === 0) return undefined;
  return { span, markdown: markdownOf(blocks), plainText: plainTextOf(blocks) };
}

/** From the smallest part outwards, then what the value as a whole means. */
function overValue(
  { line, assignment, parts: touched, at, span }: ValueTarget,
  around: Pick<Piece, "file" | "snapshot" | "clock" | "texts">,
): Hover | undefined {
  const { file } = around;
  const directive = assignment?.directive;
  if (assignment === undefined || directive === undefined) return undefined;
  const held = touched.filter(({ logical }) => at < logical.end);
  const parts = held.length > 0 ? held : touched;
  const context = contextOf(directive, file.unitFile.reader);
  const whole: Piece = { ...around, assignment, directive, context, part: parts[0], text: line.value.text };
  const pieces = parts.map((part): Piece => ({ ...whole, part, text: part.text }));
  const described = pieces.map(piece => ({ piece, blocks: ofPart(piece) })).filter(({ blocks }) => blocks.length > 0);
  const blocks = [...described.flatMap(({ blocks }) => blocks), ...(ofKind(directive.kind)?.(whole) ?? [])];
  if (blocks.length > 0) return told(described[0]?.piece.part?.span ?? span, blocks);
  return told(span, describeWord(pieces[0] ?? whole));
}

function ofPart(piece: Piece): readonly Block[] {
  const { part, directive } = piece;
  if (part === undefined) return [];
  const describe = byPart[`${part.kind} ${directive.kind}`] ?? byKindOfPart[part.kind];
  return describe?.(piece) ?? [];
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
