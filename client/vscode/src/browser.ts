/** The extension in a browser: the server is a worker, and gets its files from here. */
import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { start } from "./extension.ts";
import { sendFilesTo, sendingChanges } from "./web/files.ts";
import { uriConverters } from "./web/uris.ts";
import { scriptUrl, startServer } from "./web/worker.ts";

export { deactivate } from "./extension.ts";

/** Called by VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri } = context;
  start(context, (options, output) => {
    const client: LanguageClient = new LanguageClient("unitlint", "unitlint", () => connect(extensionUri), {
      ...options,
      uriConverters: uriConverters(vscode.Uri),
      middleware: { ...options.middleware, workspace: sendingChanges(() => client) },
    });
    sendFilesTo(client, output);
    client.onRequest("unitlint/script", ({ name }: { name: string }) => scriptUrl(extensionUri, name));
    return client;
  });
}

/** Said in full, as VS Code's own `Worker` is none that the package knows. */
async function connect(extension: vscode.Uri) {
  const worker = await startServer(extension);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
