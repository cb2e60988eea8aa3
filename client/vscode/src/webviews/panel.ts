/** A webview that shows what the server knows, and is kept up to date while it is seen. */
import * as vscode from "vscode";
import { attempt } from "../ask.ts";
import { onUnitsChanged } from "../changes.ts";
import type { Services } from "../services.ts";
import { sideColumn } from "../side.ts";
import { newNonce, pageHtml } from "./html.ts";

/** What makes one page differ from another. */
export interface PageUse {
  /** Names the script and the style sheet: `graph`. */
  readonly page: string;
  readonly title: string;
  /** Sends the page what it shows now; called when it begins, comes back, or units change. */
  readonly refresh: () => Promise<void>;
  /** Takes a message of the page other than that it is ready; what makes no sense is to be dropped. */
  readonly receive: (message: unknown) => Promise<unknown>;
}

/** Fills a panel with a page. */
export function fillPanel(services: Services, panel: vscode.WebviewPanel, use: PageUse): void {
  const { webview } = panel;
  const folder = pagesFolder(services);
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const refresh = () => panel.visible && attempt(services, use.refresh);
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const listeners = vscode.Disposable.from(
    webview.onDidReceiveMessage((message: unknown) =>
      isReady(message) ? refresh() : attempt(services, () => use.receive(message)),
    ),
    onUnitsChanged(refresh),
  );
  panel.onDidDispose(() => listeners.dispose());
  webview.html = pageHtml({
    title: use.title,
    script: asset(`${use.page}.js`),
    style: asset(`${use.page}.css`),
    cspSource: webview.cspSource,
    nonce: newNonce(bytes => crypto.getRandomValues(bytes)),
  });
}

/** A panel beside what is open; it keeps what it shows as state, and nothing runs in it while it is hidden. */
export function newPanel(services: Services, viewType: string, title: string): vscode.WebviewPanel {
  const where = { viewColumn: sideColumn(), preserveFocus: false };
  const options = { enableScripts: true, localResourceRoots: [pagesFolder(services)] };
  return vscode.window.createWebviewPanel(viewType, title, where, options);
}

/** The last part of a URI's path, for titles. */
export function fileName(uri: string): string {
  return decodeURIComponent(uri.split("/").at(-1) ?? uri);
}

function pagesFolder({ context }: Services): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, "dist/webviews");
}

function isReady(message: unknown): boolean {
  return typeof message === "object" && message !== null && "type" in message && message.type === "ready";
}
