/** What the extension offers beside the language server: a row for each command, view and provider. */
import type * as vscode from "vscode";
import { registerDocuments } from "./commands/documents.ts";
import { registerExplainRule } from "./commands/explain-rule.ts";
import { registerNewDropIn } from "./commands/new-drop-in.ts";
import { registerNewUnit } from "./commands/new-unit.ts";
import { restartServer, showOutput } from "./server-control.ts";
import type { Services } from "./services.ts";
import { registerStatus } from "./status.ts";
import { registerExposure } from "./webviews/exposure/panel.ts";
import { registerGraph } from "./webviews/graph/panel.ts";

/** Each is called once, when the extension is activated, and must come back at once. */
export const registrations: readonly ((services: Services) => vscode.Disposable)[] = [
  restartServer,
  showOutput,
  registerDocuments,
  registerGraph,
  registerExposure,
  registerExplainRule,
  registerNewUnit,
  registerNewDropIn,
  registerStatus,
];
