/** Writing advice: the server says what to edit, VS Code edits. */
import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import { ask } from "../../ask.ts";
import type { Services } from "../../services.ts";
import type { AdvicePlace } from "./messages.ts";
import { scoreText } from "./table.ts";

/** Writes it, and says what came of it. Drop-ins are saved; a file that somebody edits is left to them. */
export async function applyAdvice(
  services: Services,
  uri: string,
  names: readonly string[] | "all-safe",
  place: AdvicePlace,
): Promise<string> {
  const found = await ask<{ readonly edit: WorkspaceEdit; readonly before: number; readonly after: number } | null>(
    services,
    "exposureEdit",
    uri,
    names,
    place,
  );
  if (found === null) return "Nothing is to be written: the unit has changed, or has it already.";
  const edit = await services.client.protocol2CodeConverter.asWorkspaceEdit(found.edit);
  const files = edit.entries().map(([file]) => file);
  const locked = files.find(({ scheme }) => vscode.workspace.fs.isWritableFileSystem(scheme) === false);
  if (locked !== undefined)
    throw new Error(`${vscode.workspace.asRelativePath(locked)} lies where nothing can be written`);
  const unsaved = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  const written = files.map(file => vscode.workspace.asRelativePath(file)).join(", ");
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${written} could not be written; is it read-only?`);
  const isSaved = place === "drop-in" && (await save(files.filter(file => !unsaved.has(file.toString()))));
  const scores = `${scoreText(found.before)} → ${scoreText(found.after)}`;
  return `${written}${isSaved ? "" : ", not saved yet"}: ${scores}`;
}

/** Whether all could be saved. */
async function save(files: readonly vscode.Uri[]): Promise<boolean> {
  const documents = await Promise.all(files.map(file => vscode.workspace.openTextDocument(file)));
  const saved = await Promise.all(documents.map(document => document.save()));
  return saved.length > 0 && saved.every(Boolean);
}
