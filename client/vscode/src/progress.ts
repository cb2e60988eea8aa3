/** Whether the server is at work that takes a while, such as reading a folder for the first time. */
import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient";

const begun = new Set<string | number>();
const changed = new vscode.EventEmitter<boolean>();

/** Tells whenever work begins or ends. */
export const onBusy: vscode.Event<boolean> = changed.event;

/** Listens to what the client hands on to VS Code. */
export const handleWorkDoneProgress: NonNullable<Middleware["handleWorkDoneProgress"]> = (token, params, next) => {
  if (params.kind === "begin") begun.add(token);
  if (params.kind === "end") begun.delete(token);
  changed.fire(begun.size > 0);
  next(token, params);
};
