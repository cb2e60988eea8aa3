"use strict";
// The language server for `unitlint lsp`, which loads it only when it is wanted.
const { compileBundle } = require("./load.cjs");

module.exports = compileBundle("lsp.cjs").exports;
