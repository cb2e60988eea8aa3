/** Which documents the server hears of. */
import * as vscode from "vscode";

/** The id of the language in package.json. */
export const languageId = "systemd-unit";

/**
 * Unit files in folders and new ones, but not what only looks like a unit file: old versions that git shows, and what the server itself writes
 * (`unitlint:`).
 */
export function documentSelector(): { readonly language: string; readonly scheme: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set([...usualSchemes, ...folders.map(({ uri }) => uri.scheme)]);
  return [...schemes].map(scheme => ({ language: languageId, scheme }));
}

const usualSchemes = ["file", "untitled", "vscode-remote", "vscode-vfs"];
