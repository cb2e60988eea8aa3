/** A command that shows one panel for each unit file, and gives panels back when VS Code starts anew. */
import * as vscode from "vscode";
import { attempt } from "../ask.ts";
import { subjectOf } from "../commands/subject.ts";
import { takeServerCommand } from "../server-commands.ts";
import type { Services } from "../services.ts";
import { fileName, newPanel } from "./panel.ts";

/** What makes one kind of panel differ from another. */
export interface PanelKind<Subject extends { readonly uri: string }> {
  readonly viewType: string;
  /** Stands before the name of the file. */
  readonly title: string;
  readonly command: string;
  /** Commands of the server, behind code lenses, in whose place the panel is shown. */
  readonly instead: readonly string[];
  readonly subject: (uri: string) => Subject;
  /** Reads what a page kept; undefined where that is nothing to begin with. */
  readonly read: (state: unknown) => Subject | undefined;
  readonly fill: (panel: vscode.WebviewPanel, subject: Subject) => void;
}

/** Registers all of it. */
export function registerPanels<Subject extends { readonly uri: string }>(
  services: Services,
  kind: PanelKind<Subject>,
): vscode.Disposable {
  const panels = new Map<string, vscode.WebviewPanel>();
  const adopt = (panel: vscode.WebviewPanel, subject: Subject) => {
    panels.set(subject.uri, panel);
    panel.onDidDispose(() => panels.delete(subject.uri));
    kind.fill(panel, subject);
  };
  const show = (given?: unknown) =>
    attempt(services, async () => {
      const uri = await subjectOf(services, given);
      if (uri === undefined) return;
      const open = panels.get(uri);
      if (open !== undefined) open.reveal();
      else adopt(newPanel(services, kind.viewType, `${kind.title}: ${fileName(uri)}`), kind.subject(uri));
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand(kind.command, show),
    ...kind.instead.map(command => takeServerCommand(command, show)),
    vscode.window.registerWebviewPanelSerializer(kind.viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const subject = kind.read(state);
        if (subject === undefined) panel.dispose();
        else adopt(panel, subject);
      },
    }),
  );
}
