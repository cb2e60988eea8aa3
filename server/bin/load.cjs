"use strict";
// Loads a bundle, through V8's code cache: the one beside it, which a build makes, or one of the user's that an earlier run of this Node left.
const fs = require("node:fs");
const { homedir } = require("node:os");
const { isAbsolute, join } = require("node:path");
const { Script } = require("node:vm");

/** What reading throws comes to undefined. */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/**
 * The compiled script of a bundle and its exports, or undefined where nothing is built. V8 ignores a cache that is not its own; then, and where there
 * is none, `keepCache` leaves one for the next run. Others than the command line say where their bundles and caches lie, and what resolves modules.
 */
function compileBundle(name, { folder = join(__dirname, "..", "dist"), caches, load = require } = {}) {
  const bundle = join(folder, name);
  const source = attempt(() => fs.readFileSync(bundle));
  if (source === undefined) return undefined;
  const built = attempt(() => fs.readFileSync(`${bundle}.cache`));
  const own = built === undefined ? ownCache(name, bundle, caches) : undefined;
  const cachedData = built ?? (own && attempt(() => readOwn(own)));
  // The bundle is plain ASCII, which reads quickest as Latin-1.
  const script = new Script(`(function (exports, require, module, __filename) {${source.latin1Slice()}\n})`, {
    filename: bundle,
    cachedData,
  });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, load, loaded, bundle);
  const isMissing = own !== undefined && (cachedData === undefined || script.cachedDataRejected === true);
  return { script, exports: loaded.exports, keepCache: isMissing ? () => attempt(() => keep(script, own)) : () => {} };
}

/** Where the user's cache for this very bundle and Node lies; undefined where it is not wanted, or there is no place for it. */
function ownCache(name, bundle, caches = userCaches()) {
  if (process.env.NODE_DISABLE_COMPILE_CACHE !== undefined || !caches) return undefined;
  const { size, mtimeMs } = fs.statSync(bundle);
  const file = `${name}-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`;
  return { folder: caches, file: join(caches, file) };
}

function userCaches() {
  const { XDG_CACHE_HOME = "", LOCALAPPDATA } = process.env;
  const home = attempt(homedir);
  const caches = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : (LOCALAPPDATA ?? (home && join(home, ".cache")));
  return caches ? join(caches, "unitlint") : undefined;
}

/** Code is run from a file of the user's own only: under sudo, the home may be another's. */
function readOwn({ file }) {
  const fd = fs.openSync(file);
  try {
    return isOwn(fs.fstatSync(fd)) ? fs.readFileSync(fd) : undefined;
  } finally {
    fs.closeSync(fd);
  }
}

function isOwn({ uid }) {
  return process.geteuid === undefined || uid === process.geteuid();
}

function keep(script, { folder, file }) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(fs.statSync(folder))) return;
  const draft = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(draft, script.createCachedData(), { flag: "wx", mode: 0o600 });
    fs.renameSync(draft, file);
  } catch {
    fs.rmSync(draft, { force: true });
  }
  for (const name of fs.readdirSync(folder)) removeOld(join(folder, name));
}

function removeOld(file) {
  if (Date.now() - fs.statSync(file).mtimeMs > 90 * 24 * 3600 * 1000) fs.rmSync(file, { force: true });
}

module.exports = { compileBundle };
