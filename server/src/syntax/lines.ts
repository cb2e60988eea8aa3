/** Logical lines as the tree keeps them: by the hundred thousand, so that what follows from a text is worked out when it is asked for. */
import type { Span } from "../text/span.ts";
import { LogicalText, type Segment } from "./logical-text.ts";
import type { EntrySyntax, HeaderSyntax, PieceSyntax, SkippedSyntax, StraySyntax } from "./tree.ts";

/** How physical lines were joined into a logical one. */
export interface Joint {
  readonly pieces: readonly PieceSyntax[];
  /** The way back from the joined text; a number where that stands unbroken in the file. */
  readonly segments: readonly Segment[] | number;
  readonly unfinished: boolean;
}

/** A line that is not looked into yet. */
export interface WholeLine {
  /** Where it stands in the file, with its line end. */
  readonly start: number;
  readonly end: number;
  /** What the offsets of its parts count in: all of the file, or the joined text. */
  readonly text: string;
  /** Undefined for a line that stands unbroken in the file. */
  readonly joint: Joint | undefined;
}

abstract class Line {
  private readonly start: number;
  private readonly end: number;
  private readonly text: string;
  private readonly joint: Joint | undefined;

  constructor({ start, end, text, joint }: WholeLine) {
    this.start = start;
    this.end = end;
    this.text = text;
    this.joint = joint;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get pieces(): readonly PieceSyntax[] {
    return this.joint?.pieces ?? [{ kind: this.pieceKind, span: this.span }];
  }

  get unfinished(): boolean {
    return this.joint?.unfinished === true;
  }

  protected get pieceKind(): PieceSyntax["kind"] {
    return "text";
  }

  protected part(from: number, to: number): LogicalText {
    return new LogicalText(this.text.slice(from, to), this.joint?.segments ?? 0, from);
  }
}

export class SkippedLine extends Line implements SkippedSyntax {
  readonly kind: SkippedSyntax["kind"];

  constructor(whole: WholeLine, kind: SkippedSyntax["kind"]) {
    super(whole);
    this.kind = kind;
  }

  protected override get pieceKind(): PieceSyntax["kind"] {
    return this.kind === "blank" ? "text" : "comment";
  }
}

/** A line with something on it, from one offset to another. */
abstract class VisibleLine extends Line {
  protected readonly from: number;
  protected readonly to: number;

  constructor(whole: WholeLine, from: number, to: number) {
    super(whole);
    this.from = from;
    this.to = to;
  }

  get content(): LogicalText {
    return this.part(this.from, this.to);
  }
}

export class StrayLine extends VisibleLine implements StraySyntax {
  readonly kind: StraySyntax["kind"];

  constructor(whole: WholeLine, kind: StraySyntax["kind"], from: number, to: number) {
    super(whole, from, to);
    this.kind = kind;
  }
}

export class HeaderLine extends VisibleLine implements HeaderSyntax {
  readonly kind = "header";
  readonly closed: boolean;

  constructor(whole: WholeLine, from: number, to: number) {
    super(whole, from, to);
    this.closed = whole.text[to - 1] === "]";
  }

  get name(): LogicalText {
    return this.part(this.from + 1, this.to - (this.closed ? 1 : 0));
  }
}

export class EntryLine extends VisibleLine implements EntrySyntax {
  readonly kind = "entry";
  /** Kept, as rules ask for it again and again. */
  readonly value: LogicalText;
  private readonly keyEnd: number;

  constructor(
    whole: WholeLine,
    from: number,
    to: number,
    { keyEnd, valueStart }: { keyEnd: number; valueStart: number },
  ) {
    super(whole, from, to);
    this.keyEnd = keyEnd;
    this.value = this.part(valueStart, to);
  }

  get key(): LogicalText {
    return this.part(this.from, this.keyEnd);
  }
}
