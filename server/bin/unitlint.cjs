#!/usr/bin/env node
"use strict";
// Starts the bundled command line, through V8's code cache where the build made one for this Node.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script, constants } = require("node:vm");

const bundle = join(__dirname, "..", "dist", "cli.cjs");

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const source = read(bundle);
if (source === undefined) {
  process.stderr.write("unitlint: this checkout is not built yet; run `npm start` or `npm run build` in its root\n");
  process.exitCode = 2;
} else {
  const script = new Script(`(function (exports, require, module, __filename) {${source.toString("utf8")}\n})`, {
    filename: bundle,
    cachedData: read(`${bundle}.cache`),
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module_ = { exports: {} };
  script.runInThisContext()(module_.exports, require, module_, bundle);
  module_.exports.main(process.argv.slice(2));
}
