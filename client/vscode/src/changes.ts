/** When what is shown of units may be out of date. */
import * as vscode from "vscode";
import { unitFileGlob, virtualScheme } from "./names.ts";

/** Calls back a moment after unit files or settings changed, once for many changes. */
export function onUnitsChanged(call: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(call, PAUSE);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(unitFileGlob);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(soon),
    watcher.onDidCreate(soon),
    watcher.onDidDelete(soon),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isUnit = document.languageId === "systemd-unit" && document.uri.scheme !== virtualScheme;
      if (isUnit && contentChanges.length > 0) soon();
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("unitlint")) soon();
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** In milliseconds: longer than between two keys, shorter than one waits for. */
const PAUSE = 350;
