/** Questions to the language server, and what to tell people when it cannot answer. */
import * as vscode from "vscode";
import type { Services } from "./services.ts";

/** Asks the server by one of its commands; waits until it has started, and says so where it has not. */
export async function ask<Answer>(
  { client }: Services,
  command: string,
  ...given: readonly unknown[]
): Promise<Answer> {
  const params = { command: `unitlint.${command}`, arguments: given };
  try {
    return await client.sendRequest<Answer>("workspace/executeCommand", params);
  } catch (error) {
    throw client.isRunning() ? error : new Error(`The language server is not running: ${problemOf(error)}`);
  }
}

/** Runs something that a person asked for; what goes wrong is told, with what to do about it, and ends it without an answer. */
export async function attempt(services: Services, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    services.output.error(error instanceof Error ? error : String(error));
    void tell(services, problemOf(error));
  }
}

/** What went wrong, in a sentence. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function tell(services: Services, problem: string): Promise<void> {
  const ways = services.client.isRunning() ? ["Show Output"] : ["Restart Server", "Show Output"];
  const answer = await vscode.window.showErrorMessage(`unitlint: ${problem}`, ...ways);
  if (answer === "Show Output") services.output.show();
  if (answer === "Restart Server") await vscode.commands.executeCommand("unitlint.restartServer");
}
