/**
 * A program that runs the browser's bundle of the server in a worker without anything of Node, and is its client's half as well: it sends files, and
 * passes all else on between the worker and standard input and output. Arguments: the folder of the built extension.
 */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { pathMatcher } from "../../client/vscode/src/web/patterns.ts";
import { framed, type Received, readMessages } from "./lsp-client.ts";

const [dist = ""] = process.argv.slice(2);
const worker = new Worker(new URL("in-worker.cjs", import.meta.url), {
  workerData: `self.unitlintTexts=${readFileSync(`${dist}/texts.json`, "utf8")};\n${readFileSync(`${dist}/server.web.js`, "utf8")}`,
});

readMessages(process.stdin, message => {
  const { method, params } = message;
  if (method === "workspace/didChangeWatchedFiles") send(params.changes.map(({ uri }: { uri: string }) => uri));
  worker.postMessage(message);
});
worker.on("message", (message: Received) => {
  const { id, method, params } = message;
  const answer = (result: unknown) => worker.postMessage({ jsonrpc: "2.0", id, result });
  if (method === "unitlint/findFiles") {
    const matches = pathMatcher(params.patterns);
    for (const folder of params.folders) send(filesBelow(new URL(folder).pathname, matches));
    answer(null);
  } else if (method === "unitlint/script") answer(readFileSync(`${dist}/${params.name}.js`, "utf8"));
  else process.stdout.write(framed(message));
});
worker.on("error", error => process.stderr.write(`${error.stack}\n`));
worker.on("exit", code => process.exit(code));

function send(uris: readonly string[]): void {
  worker.postMessage({ jsonrpc: "2.0", method: "unitlint/files", params: { files: uris.map(read) } });
}

function read(uri: string) {
  try {
    const path = decodeURIComponent(new URL(uri).pathname);
    const [, name] = /\.(?:wants|requires|upholds)\/([^/]+)$/.exec(path) ?? [];
    if (name !== undefined && lstatSync(path).isSymbolicLink()) return { uri, link: `../${name}` };
    return { uri, content: new Uint8Array(readFileSync(path)) };
  } catch {
    return { uri };
  }
}

function filesBelow(folder: string, matches: (path: string) => boolean): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => `${entry.parentPath}/${entry.name}`)
    .filter(matches)
    .map(path => pathToFileURL(path).href);
}
