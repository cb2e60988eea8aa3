/** Makes VS Code ready to run out of npm's packages: no native build, no download but npm's own. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the parts of both VS Codes lie. */
export interface Installed {
  /** The script that serves VS Code with its extension host on Node. */
  readonly serverMain: string;
  /** The script of `@vscode/test-web`, which serves VS Code for the Web. */
  readonly testWeb: string;
  /** The folder in which `@vscode/test-web` finds the build that it would otherwise fetch. */
  readonly webBuilds: string;
  /** The made-up commit under which it finds it. */
  readonly webCommit: string;
  /** The folder of playwright-core. */
  readonly playwright: string;
}

/** Takes the folder into which the packages of `package-lock.json` were installed; done once, later calls only look. */
export function installVsCode(folder: string): Installed {
  const modules = join(folder, "node_modules");
  const vscode = join(modules, "code-server/lib/vscode");
  const webBuilds = join(folder, "web-builds");
  const webCommit = `${"0".repeat(39)}1`;
  const done = join(vscode, ".ready");
  if (!existsSync(done)) {
    makeServerReady(vscode, modules);
    makeWebReady(join(webBuilds, `vscode-web-stable-${webCommit}`), modules);
    writeFileSync(done, "");
  }
  return {
    serverMain: join(vscode, "out/server-main.js"),
    testWeb: join(modules, "@vscode/test-web/out/server/index.js"),
    webBuilds,
    webCommit,
    playwright: join(modules, "playwright-core"),
  };
}

/** What code-server's own install script would do, without what it builds and fetches. */
function makeServerReady(vscode: string, modules: string): void {
  // Its shrinkwrap lacks one package, for which `npm ci` refuses the rest; `npm install` keeps to it for all others.
  const words = ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stdout, stderr } = spawnSync("npm", words, { cwd: vscode, encoding: "utf8", timeout: 300_000 });
  if (status !== 0) throw new Error(`npm install in ${vscode} failed:\n${stdout}${stderr}`);
  const own = join(vscode, "node_modules");
  rmSync(join(vscode, "node_modules.asar"), { force: true });
  symlinkSync("node_modules", join(vscode, "node_modules.asar"));
  // The search of files needs ripgrep, whose binary is inside its package; without it every search fails.
  mkdirSync(join(own, "@vscode/ripgrep/bin"), { recursive: true });
  cpSync(join(modules, "@vscode/ripgrep-linux-x64/bin/rg"), join(own, "@vscode/ripgrep/bin/rg"));
  // Two native modules that nothing here needs; where they are missing, VS Code fills its log with pages of errors.
  writeFileSync(join(own, "@vscode/spdlog/index.js"), silentLogger);
  writeFileSync(join(own, "native-watchdog/index.js"), "exports.start = () => {};\n");
}

/** Lays the static build where `@vscode/test-web` would have put what it fetches. */
function makeWebReady(build: string, modules: string): void {
  rmSync(build, { recursive: true, force: true });
  cpSync(join(modules, "vscode-web/dist"), build, { recursive: true });
  writeFileSync(join(build, "version"), "local");
}

const silentLogger = `"use strict";
const nothing = () => {};
class Logger {
  getLevel() { return 2; }
}
for (const name of ["setLevel", "trace", "debug", "info", "warn", "error", "critical", "flush", "drop", "setPattern", "clearFormatters"])
  Logger.prototype[name] = nothing;
const createLogger = async () => new Logger();
module.exports = {
  version: "0", Logger, setLevel: nothing, setFlushOn: nothing, shutdown: nothing,
  createRotatingLogger: createLogger, createAsyncRotatingLogger: createLogger,
};
`;
