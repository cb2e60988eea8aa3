/** Hover, as Markdown where the client shows it. */
import { HoverRequest, MarkupKind } from "vscode-languageserver";
import { hover } from "../features/hover.ts";
import type { Client } from "./client.ts";
import { at, row } from "./row.ts";

export const hoverRows = [
  row(
    HoverRequest.type,
    () => ({ hoverProvider: true }),
    (session, params) =>
      at(
        (snapshot, uri, offset) =>
          hover(snapshot, uri, offset, { clock: session.environment.clock(), texts: session.environment.texts() }),
        (found, { file }) =>
          found === undefined
            ? null
            : {
                range: session.positions.range(file.source, found.span),
                contents: showsMarkdown(session.client)
                  ? { kind: MarkupKind.Markdown, value: found.markdown }
                  : { kind: MarkupKind.PlainText, value: found.plainText },
              },
      )(session, params),
  ),
];

/** A client that does not say what it shows gets plain text. */
function showsMarkdown({ capabilities }: Client): boolean {
  const formats: unknown = capabilities.textDocument?.hover?.contentFormat;
  return Array.isArray(formats) && formats.includes(MarkupKind.Markdown);
}
