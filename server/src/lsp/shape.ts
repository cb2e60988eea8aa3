/** Folding, growing selections and semantic tokens: requests and answers. */
import {
  type FoldingRange,
  FoldingRangeKind,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver";
import { type Fold, foldingRanges } from "../features/folding.ts";
import { selectionRanges } from "../features/selection-ranges.ts";
import { tokenModifiers, tokenTypes } from "../features/semantic-tokens.ts";
import type { Span } from "../text/span.ts";
import { type Conversion, inFile, type Row, row } from "./row.ts";
import { tokensAfter, tokensIn, tokensOf } from "./semantic-tokens.ts";

/** The rows of the table. */
export const shapes: readonly Row[] = [
  row(FoldingRangeRequest.type, () => ({ foldingRangeProvider: true }), inFile(foldingRanges, toFoldingRanges)),
  row(
    SelectionRangeRequest.type,
    () => ({ selectionRangeProvider: true }),
    (session, { textDocument, positions }) => {
      const offsetOf = ({ file }: Conversion) =>
        positions.map(position => session.positions.offset(file.source, position));
      const answer = inFile(
        snapshot => snapshot,
        (snapshot, to) =>
          offsetOf(to).map(offset => toSelection(selectionRanges(snapshot, textDocument.uri, offset), to)),
      );
      return answer(session, { textDocument });
    },
  ),
  row(
    SemanticTokensRequest.type,
    () => ({
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: { delta: true },
        range: true,
      },
    }),
    tokensOf,
  ),
  row(SemanticTokensDeltaRequest.type, () => ({}), tokensAfter),
  row(SemanticTokensRangeRequest.type, () => ({}), tokensIn),
];

/** Those that fold most come first where the client takes only some. */
function toFoldingRanges(folds: readonly Fold[], { session, file }: Conversion): FoldingRange[] {
  const { rangeLimit = Number.POSITIVE_INFINITY } = session.client.capabilities.textDocument?.foldingRange ?? {};
  const ordered = folds.length > rangeLimit ? [...folds].sort((a, b) => rank[a.kind] - rank[b.kind]) : folds;
  return ordered.slice(0, rangeLimit).map(({ kind, span }) => {
    const { start, end } = session.positions.range(file.source, span);
    return {
      startLine: start.line,
      endLine: end.line,
      ...(kind === "comments" && { kind: FoldingRangeKind.Comment }),
      ...(kind === "section" && { kind: FoldingRangeKind.Region }),
    };
  });
}

const rank: Readonly<Record<Fold["kind"], number>> = { section: 0, value: 1, comments: 2 };

/** From the outermost inwards, as each holds the next larger one. */
function toSelection(spans: readonly Span[], { session, file }: Conversion): SelectionRange {
  const outermost = { range: session.positions.range(file.source, { start: 0, end: file.source.text.length }) };
  return spans
    .toReversed()
    .reduce<SelectionRange>(
      (parent, span, at) => (at === 0 ? parent : { range: session.positions.range(file.source, span), parent }),
      outermost,
    );
}
