/** Serves the two real VS Codes: with the extension host on Node, and for the Web with the extension host in the browser. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Installed } from "./install.ts";
import { startUntil } from "./processes.ts";

/** What VS Code is to do when it starts, such as `["openFile", uri]`. */
export type Payload = readonly (readonly [string, string])[];

/** A server that ends on demand, and what it printed. */
interface Server {
  readonly output: () => string;
  stop(): Promise<void>;
}

/** VS Code with its extension host on Node. */
export interface Served extends Server {
  /** The page's address for a folder to open. */
  page(folder: string, payload: Payload): string;
  /** The URI by which VS Code knows a file, given with its absolute path. */
  file(path: string): string;
}

/** VS Code for the Web. */
export interface ServedWeb extends Server {
  page(payload: Payload): string;
  /** The URI by which VS Code knows a file of the folder. */
  file(path: string): string;
  /** The URL of a file of the extension. */
  extensionFile(path: string): string;
}

/** VS Code with the extension host on Node: installs the `.vsix` as a user does, then serves. */
export async function serveVsCode(
  installed: Installed,
  { data, vsix, settings }: { readonly data: string; readonly vsix: string; readonly settings?: object },
): Promise<Served> {
  mkdirSync(join(data, "data/User"), { recursive: true });
  writeFileSync(join(data, "data/User/settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  const base = [installed.serverMain, "--accept-server-license-terms", "--server-data-dir", data];
  base.push("--extensions-dir", join(data, "extensions"), "--disable-telemetry");
  installExtension([...base, "--install-extension", vsix, "--force"]);
  // Else a dialogue asks whether the folder is to be trusted.
  const listen = ["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--disable-workspace-trust"];
  const running = await startUntil([process.execPath, ...base, ...listen], /Extension host agent listening on (\d+)/);
  const authority = `127.0.0.1:${running.found}`;
  return {
    ...running,
    page: (folder, payload) =>
      `http://${authority}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`,
    file: path => `vscode-remote://${authority}${path}`,
  };
}

/** VS Code for the Web: the extension's unpacked folder and the folder to open, which the browser sees as a virtual file system. */
export async function serveWebVsCode(
  installed: Installed,
  options: { readonly extension: string; readonly folder: string },
): Promise<ServedWeb> {
  const port = await freePort();
  const words = ["--browser=none", "--quality=stable", `--commit=${installed.webCommit}`, "--host=localhost"];
  words.push(`--port=${port}`, `--testRunnerDataDir=${installed.webBuilds}`);
  words.push(`--extensionDevelopmentPath=${options.extension}`, options.folder);
  const running = await startUntil([process.execPath, installed.testWeb, ...words], /Listening on (\S+)/i);
  // Webviews live at <uuid>.localhost, hence the name and not the number.
  const base = `http://localhost:${port}`;
  return {
    ...running,
    page: payload => `${base}/?${new URLSearchParams({ payload: JSON.stringify(payload) })}`,
    file: path => `vscode-test-web://mount/${path}`,
    extensionFile: path => `${base}/static/devextensions/${path}`,
  };
}

function installExtension(words: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", timeout: 60_000 });
  if (status !== 0) throw new Error(`${words.join(" ")} failed:\n${stdout}${stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** No welcome page, no questions, and no attempt to reach a host. */
const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.colorTheme": "Default Light Modern",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.commandCenter.enabled": false,
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
};
