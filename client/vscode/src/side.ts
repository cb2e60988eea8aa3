/** Where what belongs to an editor is shown: at its side, without ever more columns. */
import * as vscode from "vscode";

/** Beside the first column; what is asked for at the side stays there. */
export function sideColumn(): vscode.ViewColumn {
  const { viewColumn } = vscode.window.tabGroups.activeTabGroup;
  return viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : viewColumn;
}
