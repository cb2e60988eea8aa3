/**
 * The commands that the server announces, such as `unitlint.showGraph` behind a code lens. The language client registers each by its name while the
 * server runs, so that no part of the extension may register the same name; it may take one over here.
 */
import * as vscode from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";

/** Calls back in place of the server when one of its commands is run; the first argument is mostly the URI of a unit file, as the server writes it. */
export function takeServerCommand(command: string, run: (...args: unknown[]) => unknown): vscode.Disposable {
  taken.set(command, run);
  return new vscode.Disposable(() => taken.delete(command));
}

/** Hands on what nobody took. Without an argument, a command is about the file in the active editor. */
export function serverCommands(client: () => BaseLanguageClient): NonNullable<Middleware["executeCommand"]> {
  return (command, args, next) => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const given = args.length > 0 || active === undefined ? args : [client().code2ProtocolConverter.asUri(active)];
    return taken.get(command)?.(...given) ?? next(command, given);
  };
}

const taken = new Map<string, (...args: unknown[]) => unknown>();
