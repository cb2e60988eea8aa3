/** What the extension offers beside the language server: a row for each command, view and provider. */
import type * as vscode from "vscode";
import { restartServer, showOutput } from "./server-control.ts";
import type { Services } from "./services.ts";

/** Each is called once, when the extension is activated, and must come back at once. */
export const registrations: readonly ((services: Services) => vscode.Disposable)[] = [restartServer, showOutput];
