/** What both hosts of the extension do: start the server, without waiting for it, and register the rest. */
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { handleWorkDoneProgress } from "./progress.ts";
import { registrations } from "./registrations.ts";
import { documentSelector } from "./selector.ts";
import { serverCommands } from "./server-commands.ts";
import type { Services } from "./services.ts";

/** How a host reaches a server. */
export type NewClient = (options: LanguageClientOptions, output: vscode.LogOutputChannel) => BaseLanguageClient;

/** Starts everything, and comes back at once. */
export function start(context: vscode.ExtensionContext, newClient: NewClient): Services {
  const output = vscode.window.createOutputChannel("unitlint", { log: true });
  const client: BaseLanguageClient = newClient(
    clientOptions(output, () => client),
    output,
  );
  const services: Services = { context, client, output };
  context.subscriptions.push(output, ...registrations.map(register => register(services)));
  running = client;
  client.start().catch(error => tellOfFailure(services, error));
  return services;
}

/** Called by VS Code when the extension is not wanted any more. */
export async function deactivate(): Promise<void> {
  await running?.dispose();
}

let running: BaseLanguageClient | undefined;

function clientOptions(output: vscode.LogOutputChannel, client: () => BaseLanguageClient): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    initializationOptions: () => ({
      unitlint: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration("unitlint"))),
      rulePage: "command:unitlint.explainRule?%5B%22{rule}%22%5D",
    }),
    middleware: { executeCommand: serverCommands(client), handleWorkDoneProgress },
  };
}

async function tellOfFailure({ output }: Services, error: unknown): Promise<void> {
  output.error(error instanceof Error ? error : String(error));
  const show = "Show Output";
  const answer = await vscode.window.showErrorMessage("unitlint: the language server does not start", show);
  if (answer === show) output.show();
}
