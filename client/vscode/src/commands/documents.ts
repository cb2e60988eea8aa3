/** Documents that no file holds: what the files of a unit come to, the jobs of its start, its graph and exposure as text. */
import * as vscode from "vscode";
import { ask, attempt } from "../ask.ts";
import { onUnitsChanged } from "../changes.ts";
import { virtualScheme } from "../names.ts";
import { takeServerCommand } from "../server-commands.ts";
import type { Services } from "../services.ts";
import { sideColumn } from "../side.ts";
import { subjectOf } from "./subject.ts";

/** What the server can tell of a unit in a document. */
export type Topic = "effective" | "transaction" | "exposure" | "graph" | "graph-dot";

/** The commands, and what keeps open documents up to date. */
export function registerDocuments(services: Services): vscode.Disposable {
  const shows = (topic: Topic) => (given?: unknown) => attempt(services, () => show(services, topic, given));
  return vscode.Disposable.from(
    vscode.commands.registerCommand("unitlint.showEffectiveUnit", shows("effective")),
    vscode.commands.registerCommand("unitlint.simulateStart", shows("transaction")),
    takeServerCommand("unitlint.showEffective", shows("effective")),
    takeServerCommand("unitlint.showTransaction", shows("transaction")),
    takeServerCommand("unitlint.showGraphDot", shows("graph-dot")),
    onUnitsChanged(() => refresh(services)),
  );
}

/** Opens a document about the unit of a file, at the side of what is open. */
export async function showDocument(services: Services, topic: Topic, file: string): Promise<void> {
  const uri = await ask<string | null>(services, "documentUri", file, topic);
  if (uri === null) throw new Error("this drop-in is for all units of a type: there is no single unit to show");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  await vscode.window.showTextDocument(document, { viewColumn: sideColumn(), preview: true });
}

async function show(services: Services, topic: Topic, given: unknown): Promise<void> {
  const file = await subjectOf(services, given);
  if (file !== undefined) await showDocument(services, topic, file);
}

/** Has VS Code ask again for the documents that are open. */
function refresh({ client }: Services): void {
  const providers = client.getFeature("workspace/textDocumentContent")?.getProviders() ?? [];
  for (const { uri } of vscode.workspace.textDocuments)
    for (const { scheme, onDidChangeEmitter } of providers)
      if (uri.scheme === virtualScheme && scheme === virtualScheme) onDidChangeEmitter.fire(uri);
}
