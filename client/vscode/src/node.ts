/** The extension in a host that runs on Node: the server is a process of its own, run by the host's Node. */
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  start(context, options => new LanguageClient("unitlint", "unitlint", server, options));
}
