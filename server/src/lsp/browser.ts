/** The entry of the language server in a browser's worker: files and texts come from the client, nothing from anywhere else. */
import { RequestType } from "vscode-languageserver";
import { BrowserMessageReader, BrowserMessageWriter } from "vscode-languageserver/browser";
import { gitIgnore, gitPatterns } from "../platform/git-ignore.ts";
import { readJsonText } from "../platform/json-text.ts";
import { newSentFiles } from "../platform/sent-files.ts";
import { closeWorker, complainInWorker, drawSvgInWorker, soon, workerScope, workerTexts } from "../platform/worker.ts";
import { transportOver } from "./connection.ts";
import { coreEnvironment } from "./core-environment.ts";
import type { Environment } from "./environment.ts";
import { whenSent } from "./sent-files.ts";
import { serve } from "./server.ts";

/** From the server to the client: the URL of a script that this one would be too large with. */
const ScriptRequest = { type: new RequestType<{ readonly name: "viz" }, string, void>("unitlint/script") };

/** What the package calls a worker's scope: one of the types of a browser, by the names that it has there. */
type Scope = ConstructorParameters<typeof BrowserMessageReader>[0];

const reader = new BrowserMessageReader(workerScope as Scope);
const writer = new BrowserMessageWriter(workerScope as Scope);
const { connection, isIdle } = transportOver(reader, writer, callback => callback(), complainInWorker);
const files = newSentFiles();
let isComplete = false;
const core = coreEnvironment({
  host: files.host,
  ignoreRules: gitIgnore,
  hostVersion: () => undefined,
  configs: { readJson: readJsonText, readPatterns: gitPatterns },
  loadYaml: async () => (await import("../platform/yaml-text.ts")).readYamlText,
});

const environment: Environment = {
  ...core,
  newWorkspace: (settings, guard) => whenSent(core.newWorkspace(settings, guard), () => isComplete),
  sentFiles: {
    put: files.put,
    expect() {
      isComplete = false;
    },
    complete() {
      isComplete = true;
    },
  },
  isIdle,
  exit: closeWorker,
  rulePage: () => undefined,
  texts: workerTexts,
  later: (milliseconds, callback) => {
    if (milliseconds > 0) setTimeout(callback, milliseconds);
    else soon(callback);
  },
  drawSvg: dot => drawSvgInWorker(dot, () => connection.sendRequest(ScriptRequest.type, { name: "viz" })),
  giveBackMemory: () => false,
  complain: complainInWorker,
  endWith: () => {},
};

serve(connection, environment);
