"use strict";
// A global object as browsers' workers have it, with nothing of Node, and a script in it: what `worker-server.ts` starts.
const { createContext, runInContext } = require("node:vm");
const { parentPort, workerData } = require("node:worker_threads");

const scope = {
  ...{ setTimeout, clearTimeout, MessageChannel, TextDecoder, TextEncoder, URL, performance, console, crypto },
  postMessage: message => parentPort.postMessage(message),
  addEventListener() {},
  removeEventListener() {},
  importScripts: source => runInContext(source, context),
  close: () => process.exit(0),
};
scope.self = scope;
const context = createContext(scope);
runInContext(workerData, context);
parentPort.on("message", data => scope.onmessage({ data }));
