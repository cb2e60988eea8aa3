/** Code lenses, resolved when they are shown; each opens a document that tells more. */
import { type CodeLens, CodeLensRequest, CodeLensResolveRequest } from "vscode-languageserver";
import { codeLenses, type LensTopic, lensText } from "../features/code-lens.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import { inFile, type Row, row } from "./row.ts";
import type { Session } from "./session.ts";
import { showCommands } from "./virtual-documents.ts";

/** Places first, texts later. */
export const codeLensRows: readonly Row[] = [
  row(
    CodeLensRequest.type,
    () => ({ codeLensProvider: { resolveProvider: true } }),
    inFile(codeLenses, (lenses, { session, file }) =>
      lenses.map(
        ({ topic, span }): CodeLens => ({
          range: session.positions.range(file.source, span),
          data: { uri: file.uri, topic } satisfies LensData,
        }),
      ),
    ),
  ),
  row(CodeLensResolveRequest.type, () => ({}), resolve),
];

interface LensData {
  readonly uri: FileUri;
  readonly topic: LensTopic;
}

/** A lens that has nothing to say any more stays as it is. */
function resolve(session: Session, lens: CodeLens): CodeLens {
  const { uri, topic } = readData(lens.data) ?? {};
  const text = uri === undefined || topic === undefined ? undefined : lensText(session.snapshot(), uri, topic);
  if (text === undefined) return lens;
  return { ...lens, command: { title: text.title, command: showCommands[text.document], arguments: [uri] } };
}

/** Clients hand back what they were given, or anything else. */
function readData(data: unknown): LensData | undefined {
  if (typeof data !== "object" || data === null || !("uri" in data) || !("topic" in data)) return undefined;
  const topic = topics.find(known => known === data.topic);
  return typeof data.uri === "string" && topic !== undefined ? { uri: data.uri, topic } : undefined;
}

const topics: readonly LensTopic[] = ["exposure", "drop-ins", "starters"];
