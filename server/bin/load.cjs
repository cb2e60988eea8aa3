"use strict";
// Loads a bundle, through V8's code cache where the build made one for this very Node.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script } = require("node:vm");

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The compiled script of a bundle and its exports, or undefined where nothing is built. V8 ignores a cache that is not its own. */
function compileBundle(name) {
  const bundle = join(__dirname, "..", "dist", name);
  const source = read(bundle);
  if (source === undefined) return undefined;
  // The bundle is plain ASCII, which reads quickest as Latin-1.
  const script = new Script(`(function (exports, require, module, __filename) {${source.latin1Slice()}\n})`, {
    filename: bundle,
    cachedData: read(`${bundle}.cache`),
  });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, bundle);
  return { script, exports: loaded.exports };
}

module.exports = { compileBundle };
