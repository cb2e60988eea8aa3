"use strict";
// The language server for `unitlint lsp`, which loads it only when it is wanted.
const { compileBundle } = require("./load.cjs");

const server = compileBundle("lsp.cjs");
setTimeout(server.keepCache, 5000).unref();
module.exports = server.exports;
