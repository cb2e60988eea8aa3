/** The command that shows the dependency graph, and the extension's side of its page. */
import * as vscode from "vscode";
import { ask, problemOf } from "../../ask.ts";
import { showDocument } from "../../commands/documents.ts";
import type { Services } from "../../services.ts";
import { fileName, fillPanel } from "../panel.ts";
import { registerPanels } from "../panels.ts";
import {
  type GraphAsked,
  type GraphPicture,
  type GraphShown,
  type GraphSubject,
  readAsked,
  readSubject,
} from "./messages.ts";

/** The command, its panels, and what code lenses open. */
export function registerGraph(services: Services): vscode.Disposable {
  return registerPanels<GraphSubject>(services, {
    viewType: "unitlint.graph",
    title: "Graph",
    command: "unitlint.showDependencyGraph",
    instead: ["unitlint.showGraph", "unitlint.showGraphSvg"],
    subject: uri => ({ uri, scope: "unit" }),
    read: readSubject,
    fill: (panel, subject) => fill(services, panel, subject),
  });
}

function fill(services: Services, panel: vscode.WebviewPanel, first: GraphSubject): void {
  let subject = first;
  let picture: GraphPicture | undefined;
  const post = (message: GraphShown) => panel.webview.postMessage(message);
  const refresh = async () => {
    const { uri, scope, about } = subject;
    try {
      picture = await ask<GraphPicture>(services, "graphData", uri, { scope, about });
      await post({ type: "show", subject, picture });
    } catch (error) {
      await post({ type: "problem", text: `There is no graph of ${fileName(uri)}: ${problemOf(error)}` });
    }
  };
  const turn = async (next: GraphSubject) => {
    subject = next;
    await refresh();
  };
  const answer: { readonly [Type in GraphAsked["type"]]: (asked: Extract<GraphAsked, { type: Type }>) => unknown } = {
    ready: refresh,
    open: ({ name }) => openUnit(services, picture, name),
    about: ({ name }) => turn({ uri: first.uri, scope: "unit", ...(name !== undefined && { about: name }) }),
    scope: ({ scope }) => turn({ ...subject, scope }),
    text: ({ format }) => showDocument(services, format === "dot" ? "graph-dot" : "graph", subject.uri),
  };
  fillPanel(services, panel, {
    page: "graph",
    title: panel.title,
    refresh,
    async receive(message) {
      const asked = readAsked(message);
      if (asked !== undefined) await answer[asked.type](asked as never);
    },
  });
}

/** Only what the picture holds is opened. */
async function openUnit({ client }: Services, picture: GraphPicture | undefined, name: string): Promise<void> {
  const unit = picture?.units.find(unit => unit.name === name);
  if (unit === undefined) return;
  if (unit.uri === undefined) {
    const why = unit.note === "" ? "no file here gives it" : `it is ${unit.note}`;
    await vscode.window.showInformationMessage(`unitlint: ${name} cannot be opened: ${why}`);
    return;
  }
  const uri = client.protocol2CodeConverter.asUri(unit.uri);
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: true });
}
