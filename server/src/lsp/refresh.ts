/** Has the client ask again for what it shows in its editors, and what other files may have changed by now. */
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Lenses tell of drop-ins and of units elsewhere, hints of what they imply; clients that cannot be asked do so when they like. */
export function refreshShown({ client, connection }: Session): void {
  const { workspace } = client.capabilities;
  const ask = (type: typeof CodeLensRefreshRequest.type) => connection.sendRequest(type).catch(() => undefined);
  if (workspace?.codeLens?.refreshSupport === true) ask(CodeLensRefreshRequest.type);
  if (workspace?.inlayHint?.refreshSupport === true) ask(InlayHintRefreshRequest.type);
}
