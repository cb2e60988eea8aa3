/** The extension in a browser: the server is a worker. */
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start } from "./extension.ts";

/** Called by VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const server = vscode.Uri.joinPath(context.extensionUri, "dist/server.web.js");
  start(context, options => new LanguageClient("unitlint", "unitlint", () => startWorker(server), options));
}

/** A browser takes no worker from another origin, where extensions lie: the script is read, and started as one of ours. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const source = await vscode.workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([new Uint8Array(source)], { type: "text/javascript" }));
  return new Worker(url, { name: "unitlint" });
}
