/** Commands about the server itself. */
import * as vscode from "vscode";
import type { Services } from "./services.ts";

/** Starts a new server in the place of the one that runs, or that does not. */
export function restartServer({ client, output }: Services): vscode.Disposable {
  return vscode.commands.registerCommand("unitlint.restartServer", async () => {
    output.info("restarting the language server");
    if (client.needsStop()) await client.stop();
    await client.start();
  });
}

/** Shows what the server and its client have to say. */
export function showOutput({ output }: Services): vscode.Disposable {
  return vscode.commands.registerCommand("unitlint.showOutput", () => output.show());
}
