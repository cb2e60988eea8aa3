/** The command that shows the exposure, and the extension's side of its page. */
import * as vscode from "vscode";
import { ask, problemOf } from "../../ask.ts";
import { showDocument } from "../../commands/documents.ts";
import type { Services } from "../../services.ts";
import { fileName, fillPanel } from "../panel.ts";
import { registerPanels } from "../panels.ts";
import { applyAdvice } from "./apply.ts";
import { type ExposureAsked, type ExposureReport, type ExposureShown, readAsked, readSubject } from "./messages.ts";

/** The command, its panels, and what code lenses open. */
export function registerExposure(services: Services): vscode.Disposable {
  return registerPanels(services, {
    viewType: "unitlint.exposure",
    title: "Exposure",
    command: "unitlint.showExposureReport",
    instead: ["unitlint.showExposure"],
    subject: uri => ({ uri }),
    read: readSubject,
    fill: (panel, { uri }) => fill(services, panel, uri),
  });
}

function fill(services: Services, panel: vscode.WebviewPanel, uri: string): void {
  const post = (message: ExposureShown) => panel.webview.postMessage(message);
  const refresh = async () => {
    try {
      const report = await ask<ExposureReport | { readonly problem: string }>(services, "exposureData", uri);
      await post("problem" in report ? { type: "problem", text: report.problem } : { type: "show", uri, report });
    } catch (error) {
      await post({ type: "problem", text: `There is no report of ${fileName(uri)}: ${problemOf(error)}` });
    }
  };
  const answer: {
    readonly [Type in ExposureAsked["type"]]: (asked: Extract<ExposureAsked, { type: Type }>) => unknown;
  } = {
    ready: refresh,
    open: () => vscode.window.showTextDocument(services.client.protocol2CodeConverter.asUri(uri), { viewColumn: 1 }),
    text: () => showDocument(services, "exposure", uri),
    async apply({ names, place }) {
      let said = "";
      try {
        said = await applyAdvice(services, uri, names, place);
      } finally {
        await refresh();
        await post({ type: "said", text: said });
      }
    },
  };
  fillPanel(services, panel, {
    page: "exposure",
    title: panel.title,
    refresh,
    async receive(message) {
      const asked = readAsked(message);
      if (asked !== undefined) await answer[asked.type](asked as never);
    },
  });
}
