/** Semantic tokens in the protocol's numbers; what the client got last is kept to tell it only what changed. */
import type {
  Position,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import { semanticTokens, type Token, tokenDelta, tokenModifiers, tokenTypes } from "../features/semantic-tokens.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type FileUri, pathOfUri } from "../workspace/file-uri.ts";
import type { Positions } from "./positions.ts";
import type { Session } from "./session.ts";

/** All tokens of a document. */
export function tokensOf(session: Session, { textDocument: { uri } }: SemanticTokensParams): SemanticTokens | null {
  const data = encodedTokens(session, uri);
  return data === undefined ? null : { resultId: keep(session, uri, data), data };
}

/** What changed since an answer, or all where that is not known any more. */
export function tokensAfter(
  session: Session,
  { textDocument: { uri }, previousResultId }: SemanticTokensDeltaParams,
): SemanticTokens | SemanticTokensDelta | null {
  const data = encodedTokens(session, uri);
  if (data === undefined) return null;
  const before = sentTo(session).get(pathOfUri(uri));
  const resultId = keep(session, uri, data);
  if (before?.resultId !== previousResultId) return { resultId, data };
  return { resultId, edits: tokenDelta(before.data, data).map(({ data, ...edit }) => ({ ...edit, data: [...data] })) };
}

/** The tokens of the lines that a range touches. */
export function tokensIn(
  session: Session,
  { textDocument: { uri }, range }: SemanticTokensRangeParams,
): SemanticTokens | null {
  const snapshot = session.snapshot();
  const file = snapshot.file(uri);
  if (file === undefined) return null;
  const { positions } = session;
  const [start, end] = [range.start, range.end].map(position => positions.offset(file.source, position));
  return { data: encoded(positions, file.source, semanticTokens(snapshot, uri, { start: start ?? 0, end: end ?? 0 })) };
}

function encodedTokens(session: Session, uri: FileUri): number[] | undefined {
  const snapshot = session.snapshot();
  const file = snapshot.file(uri);
  return file && encoded(session.positions, file.source, semanticTokens(snapshot, uri));
}

/** Five numbers a token: lines and characters from the one before, length, type, modifiers. */
function encoded(positions: Positions, file: SourceFile, tokens: readonly Token[]): number[] {
  let before: Position = { line: 0, character: 0 };
  return tokens.flatMap(({ span, type, modifiers }) => {
    const { start, end } = positions.range(file, span);
    const lines = start.line - before.line;
    const characters = lines === 0 ? start.character - before.character : start.character;
    before = start;
    const bits = modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
    return [lines, characters, end.character - start.character, tokenTypes.indexOf(type), bits];
  });
}

interface Sent {
  readonly resultId: string;
  readonly data: readonly number[];
}

const sent = new WeakMap<Session, Map<string, Sent>>();
let lastId = 0;

function sentTo(session: Session): Map<string, Sent> {
  const known = sent.get(session) ?? new Map<string, Sent>();
  sent.set(session, known);
  return known;
}

/** Of documents that are open. */
function keep(session: Session, uri: FileUri, data: readonly number[]): string {
  const known = sentTo(session);
  for (const path of known.keys()) if (!session.documents.isOpen(path)) known.delete(path);
  const resultId = String(++lastId);
  known.set(pathOfUri(uri), { resultId, data });
  return resultId;
}
