"use strict";
// The server's process: its first argument is the folder for V8's code cache, the others are those of the server.
const { compileBundle } = require("../../../server/bin/load.cjs");

const [caches, ...words] = process.argv.slice(2);
const { exports: server, keepCache } = compileBundle("lsp.js", { folder: __dirname, caches, load: require });
setTimeout(keepCache, 5000).unref();
server.main(words);
