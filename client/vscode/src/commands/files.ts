/** Making files: where, and what to do if they are there already. */
import * as vscode from "vscode";
import type { NewFile } from "../templates/template.ts";

/** The folder that was given, that of the active editor, the only one that is open, or one that is picked. */
export async function folderFor(given: vscode.Uri | undefined, title: string): Promise<vscode.Uri | undefined> {
  if (given !== undefined) return (await isFolder(given)) ? given : vscode.Uri.joinPath(given, "..");
  const open = vscode.window.activeTextEditor?.document.uri;
  if (open !== undefined && vscode.workspace.getWorkspaceFolder(open) !== undefined)
    return vscode.Uri.joinPath(open, "..");
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [only, second] = folders;
  if (only !== undefined && second === undefined) return only.uri;
  if (only !== undefined) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: title }))?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: "Create Here",
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

/** Makes the files, none of them over one that is there, and opens the first; throws a sentence where that cannot be done. */
export async function makeFiles(folder: vscode.Uri, files: readonly NewFile[]): Promise<void> {
  const uris = files.map(({ name }) => vscode.Uri.joinPath(folder, name));
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false)
    throw new Error(`nothing can be written to ${folder.path}: the file system is read-only`);
  const [first] = uris;
  for (const uri of uris) if (await isThere(uri)) return openExisting(uri);
  for (const [i, { text }] of files.entries()) {
    const uri = uris[i];
    if (uri !== undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
  for (const uri of uris.slice(1)) await vscode.window.showTextDocument(uri, { preview: false });
  if (first !== undefined) await vscode.window.showTextDocument(first, { preview: false });
}

async function openExisting(uri: vscode.Uri): Promise<void> {
  const name = uri.path.split("/").slice(-2).join("/");
  const answer = await vscode.window.showWarningMessage(
    `unitlint: ${name} is there already; nothing was made`,
    "Open It",
  );
  if (answer !== undefined) await vscode.window.showTextDocument(uri);
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return ((await stat(uri))?.type ?? vscode.FileType.File) === vscode.FileType.Directory;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return (await stat(uri)) !== undefined;
}

async function stat(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}
