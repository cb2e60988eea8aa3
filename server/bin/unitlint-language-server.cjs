#!/usr/bin/env node
"use strict";
const { compileBundle } = require("./load.cjs");

const server = compileBundle("lsp.cjs");
if (server !== undefined) {
  setTimeout(server.keepCache, 5000).unref();
  server.exports.main(process.argv.slice(2));
} else {
  process.stderr.write(
    "unitlint-language-server: this checkout is not built yet; run `npm start` or `npm run build` in its root\n",
  );
  process.exitCode = 2;
}
