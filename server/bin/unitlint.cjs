#!/usr/bin/env node
"use strict";
const { compileBundle } = require("./load.cjs");

const commandLine = compileBundle("cli.cjs");
if (commandLine === undefined) {
  process.stderr.write("unitlint: this checkout is not built yet; run `npm start` or `npm run build` in its root\n");
  process.exitCode = 2;
} else {
  commandLine.exports.main(process.argv.slice(2)).then(() => leave(commandLine.keepCache));
}

/** Leaves once all is written and what could not be is heard of, without waiting for V8 to finish optimising what is done (10 ms and more). */
function leave(keepCache) {
  process.stdout.write("", () =>
    process.stderr.write("", () => {
      keepCache();
      setImmediate(process.exit);
    }),
  );
}
