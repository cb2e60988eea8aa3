/** What both hosts of the extension do: start the server, without waiting for it, and register the rest. */
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { handleWorkDoneProgress } from "./progress.ts";
import { registrations } from "./registrations.ts";
import { executeCommand } from "./server-commands.ts";
import type { Services } from "./services.ts";

/** How a host reaches a server. */
export type NewClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts everything, and comes back at once. */
export function start(context: vscode.ExtensionContext, newClient: NewClient): Services {
  const output = vscode.window.createOutputChannel("unitlint", { log: true });
  const client = newClient({
    documentSelector: [{ language: "systemd-unit" }],
    outputChannel: output,
    middleware: { executeCommand, handleWorkDoneProgress },
  });
  const services: Services = { context, client, output };
  context.subscriptions.push(output, client, ...registrations.map(register => register(services)));
  client.start().catch(error => output.error(error));
  return services;
}
