#!/usr/bin/env node
"use strict";
const { compileCommandLine } = require("./load.cjs");

const commandLine = compileCommandLine();
if (commandLine === undefined) {
  process.stderr.write("unitlint: this checkout is not built yet; run `npm start` or `npm run build` in its root\n");
  process.exitCode = 2;
} else {
  commandLine.exports.main(process.argv.slice(2));
}
