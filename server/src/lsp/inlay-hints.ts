/** Inlay hints; a command shows and hides the dependencies that systemd adds by itself. */
import { type InlayHint, InlayHintRefreshRequest, InlayHintRequest } from "vscode-languageserver";
import { type InlayHint as Hint, inlayHints } from "../features/inlay-hints.ts";
import { type Row, row } from "./row.ts";
import type { Session } from "./session.ts";

/** Hints in a range. */
export const inlayHintRows: readonly Row[] = [
  row(
    InlayHintRequest.type,
    () => ({ inlayHintProvider: true }),
    (session, { textDocument: { uri }, range }) => {
      const snapshot = session.snapshot();
      const source = snapshot.file(uri)?.source;
      if (source === undefined) return null;
      const { offset, position } = session.positions;
      const within = { start: offset(source, range.start), end: offset(source, range.end) };
      const options = { clock: session.environment.clock(), implicit: withImplicit.has(session) };
      return inlayHints(snapshot, uri, within, options).map(hint => toProtocol(hint, at => position(source, at)));
    },
  ),
];

/** Shows the implicit dependencies in this session, or hides them; the answer is whether they are shown now. */
export function toggleImplicit(session: Session): boolean {
  const shown = !withImplicit.has(session);
  if (shown) withImplicit.add(session);
  else withImplicit.delete(session);
  if (session.client.capabilities.workspace?.inlayHint?.refreshSupport === true)
    session.connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
  return shown;
}

const withImplicit = new WeakSet<Session>();

function toProtocol({ offset, label, tooltip }: Hint, position: (offset: number) => InlayHint["position"]): InlayHint {
  return { position: position(offset), label, tooltip, paddingLeft: true };
}
