/** Questions to the language server, and what to tell people when it cannot answer. */
import * as vscode from "vscode";
import type { Services } from "./services.ts";

/** Asks the server by one of its commands; waits until it has started. */
export function ask<Answer>({ client }: Services, command: string, ...given: readonly unknown[]): Promise<Answer> {
  return client.sendRequest<Answer>("workspace/executeCommand", { command: `unitlint.${command}`, arguments: given });
}

/** Runs something that a person asked for; what goes wrong is told, with what to do about it. */
export async function attempt(services: Services, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await tell(services, error);
  }
}

/** What went wrong, in a sentence. */
export function problemOf({ client }: Services, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return client.isRunning() ? message : `The language server is not running: ${message}`;
}

async function tell(services: Services, error: unknown): Promise<void> {
  services.output.error(error instanceof Error ? error : String(error));
  const ways = services.client.isRunning() ? ["Show Output"] : ["Restart Server", "Show Output"];
  const answer = await vscode.window.showErrorMessage(`unitlint: ${problemOf(services, error)}`, ...ways);
  if (answer === "Show Output") services.output.show();
  if (answer === "Restart Server") await vscode.commands.executeCommand("unitlint.restartServer");
}
