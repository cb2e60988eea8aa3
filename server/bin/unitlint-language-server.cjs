#!/usr/bin/env node
"use strict";
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const bundle = join(__dirname, "..", "dist", "lsp.cjs");
if (existsSync(bundle)) require(bundle).main(process.argv.slice(2));
else {
  process.stderr.write(
    "unitlint-language-server: this checkout is not built yet; run `npm start` or `npm run build` in its root\n",
  );
  process.exitCode = 2;
}
