/** Which unit file a command is about. */
import * as vscode from "vscode";
import { unitOfPath, virtualScheme } from "../names.ts";
import type { Services } from "../services.ts";

/**
 * The URI of a unit file, as the server knows it: the one that is given (a URI of VS Code, or a text from the server), else the one in the
 * active editor. Undefined where there is none, which is told.
 */
export async function subjectOf({ client }: Services, given?: unknown): Promise<string | undefined> {
  if (typeof given === "string") return fileOf(given);
  const open = vscode.window.activeTextEditor?.document;
  const uri = given instanceof vscode.Uri ? given : open?.uri;
  if (uri === undefined) return tell("open a unit file first, such as app.service");
  if (uri.scheme === "untitled" && unitOfPath(uri.path) === undefined) return unsaved();
  const isOpen = open?.uri.toString() === uri.toString();
  const isUnit = isOpen ? open?.languageId === "systemd-unit" : unitOfPath(uri.path) !== undefined;
  if (!isUnit) return tell(`${uri.path.split("/").at(-1)} is neither a unit file nor a drop-in`);
  return fileOf(client.code2ProtocolConverter.asUri(uri));
}

/** Of a document that no file holds, the file that it was asked for. */
function fileOf(uri: string): string {
  const query = uri.startsWith(`${virtualScheme}:`) ? uri.slice(uri.indexOf("?") + 1) : undefined;
  return query === undefined ? uri : decodeURIComponent(query);
}

/** Nobody waits until the message is closed. */
function tell(text: string): undefined {
  void vscode.window.showInformationMessage(`unitlint: ${text}`);
}

async function unsaved(): Promise<undefined> {
  const text = "save the file first under a unit's name, such as app.service: systemd goes by the name";
  const answer = await vscode.window.showInformationMessage(`unitlint: ${text}`, "Save As…");
  if (answer !== undefined) await vscode.commands.executeCommand("workbench.action.files.saveAs");
}
