"use strict";
// What VS Code loads on Node: starts the server first, so that it gets ready while the extension itself is loaded, through V8's code cache.
const { fork } = require("node:child_process");
const { join } = require("node:path");
const { compileBundle } = require("../../../server/bin/load.cjs");

let extension;

exports.activate = context => {
  const caches = context.globalStorageUri.fsPath;
  let early = startServer(caches);
  early.catch(() => {});
  const bundle = compileBundle("extension.js", { folder: __dirname, caches, load: require });
  extension = bundle.exports;
  extension.activate(context, () => {
    const server = early ?? startServer(caches);
    early = undefined;
    return server;
  });
  setTimeout(bundle.keepCache, 5000);
};

exports.deactivate = () => extension?.deactivate();

/** The process; rejected where there can be none. */
function startServer(caches) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1", ELECTRON_NO_ASAR: "1" };
  const words = [caches, "--node-ipc", `--clientProcessId=${process.pid}`];
  return new Promise((resolve, reject) => {
    const server = fork(join(__dirname, "server.js"), words, { env, execArgv: [], silent: true });
    server.once("spawn", () => resolve(server));
    server.once("error", reject);
  });
}
