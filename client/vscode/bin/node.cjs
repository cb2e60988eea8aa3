"use strict";
// What VS Code loads on Node: brings the extension itself, through V8's code cache, and starts the server, which gets ready while that is activated.
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
