/** Documents that no file holds: as content of URIs for clients of LSP 3.18, and as the answers of commands for all. */
import { ErrorCodes, ResponseError, ShowDocumentRequest, TextDocumentContentRequest } from "vscode-languageserver";
import { type DocumentTopic, virtualDocument, virtualScheme, virtualUriFor } from "../features/virtual-documents.ts";
import type { Command } from "./commands.ts";
import { type Row, row } from "./row.ts";
import type { Session } from "./session.ts";

/** The command that shows each document; its argument is the URI of a unit file. */
export const showCommands: Readonly<Record<DocumentTopic, string>> = {
  effective: "unitlint.showEffective",
  exposure: "unitlint.showExposure",
  transaction: "unitlint.showTransaction",
  graph: "unitlint.showGraph",
  "graph-dot": "unitlint.showGraphDot",
  "graph-svg": "unitlint.showGraphSvg",
};

/** The commands that show documents. A document is the answer, and is also shown where the client can. */
export const documentCommands: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(
    (Object.keys(showCommands) as DocumentTopic[]).map((topic): [string, Command] => [
      showCommands[topic],
      (session, [argument]) => show(session, topic, argument),
    ]),
  ),
  "unitlint.documentUri": (session, [uri, topic]) => documentUri(session, uri, topic),
};

/** Content. */
export const virtualDocumentRows: readonly Row[] = [
  row(
    TextDocumentContentRequest.type,
    ({ capabilities }) =>
      capabilities.workspace?.textDocumentContent === undefined
        ? {}
        : { workspace: { textDocumentContent: { schemes: [virtualScheme] } } },
    async (session, { uri }) => ({ text: (await contentOf(session, uri)).text }),
  ),
];

/** What a client gets that has no editor for such URIs. */
interface ShownDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

async function show(session: Session, topic: DocumentTopic, argument: unknown): Promise<ShownDocument> {
  const uri = typeof argument === "string" ? virtualUriFor(topic, session.snapshot(), argument) : undefined;
  if (uri === undefined)
    throw new ResponseError(ErrorCodes.InvalidParams, "the argument must be the URI of a unit file or drop-in");
  const content = await contentOf(session, uri);
  const { window, workspace } = session.client.capabilities;
  if (window?.showDocument?.support === true && workspace?.textDocumentContent !== undefined)
    session.connection.sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true }).catch(() => undefined);
  return { uri, ...content };
}

/** The address of a document, for clients that choose by themselves where it is shown; null where there is none. */
function documentUri(session: Session, uri: unknown, topic: unknown): string | null {
  const known = (Object.keys(showCommands) as DocumentTopic[]).find(other => other === topic);
  if (typeof uri !== "string" || known === undefined)
    throw new ResponseError(ErrorCodes.InvalidParams, "the arguments must be the URI of a unit file and a topic");
  return virtualUriFor(known, session.snapshot(), uri) ?? null;
}

async function contentOf(session: Session, uri: string): Promise<Omit<ShownDocument, "uri">> {
  const document = virtualDocument(session.snapshot(), uri);
  if (document === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `there is no document ${uri}`);
  if ("text" in document) return document;
  const text = await session.environment.drawSvg(document.dot);
  if (text !== undefined) return { languageId: document.languageId, text };
  throw new ResponseError(ErrorCodes.InternalError, "drawing SVG needs the package @viz-js/viz");
}
