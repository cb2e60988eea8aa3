/** `npm run build`: bundles the command line, the language server and the library into `server/dist`, and makes the code cache. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { build } from "esbuild";
import { compileBundle } from "../bin/load.cjs";

const server = fileURLToPath(new URL("..", import.meta.url));
const dist = `${server}dist`;

/**
 * Stand-ins for what costs yargs its start-up: it measures and wraps the words of its help with packages that parse emoji tables and build maps
 * of colours (30 of 40 ms; our words are plain), and loads node:assert (3 ms) for two checks of its own types.
 */
const standIns = {
  "string-width": "export default text => text.replace(/\\x1b\\[[0-9;]*m/g, '').length;",
  "strip-ansi": "export default text => text;",
  "wrap-ansi":
    "export default (text, width) => text.replace(new RegExp('(?![^\\\\n]{1,' + width + '}$)([^\\\\n]{1,' + width + '}) ', 'gm'), '$1\\n');",
  assert: "const pass = () => {}; export { pass as notStrictEqual, pass as strictEqual };",
};

const lightYargs = {
  name: "light-yargs",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(string-width|strip-ansi|wrap-ansi|assert)$/ }, ({ path }) => ({
      path,
      namespace: "stand-in",
    }));
    onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({ contents: standIns[path] }));
  },
};

/** JSON.parse of one string is quicker to start than a literal of a thousand rows; a file is parsed when first asked for one of its keys. */
const parsedJson = {
  name: "parsed-json",
  setup({ onLoad }) {
    onLoad({ filter: /server\/data\/.*\.json$/ }, ({ path }) => {
      const data = JSON.parse(readFileSync(path, "utf8"));
      const getters = Object.keys(data)
        .map(key => JSON.stringify(key))
        .map(key => `get ${key}() { return read()[${key}]; }`);
      const text = JSON.stringify(JSON.stringify(data));
      const contents = `let data; const read = () => (data ??= JSON.parse(${text})); export default { ${getters.join(", ")} };`;
      return { contents, loader: "js" };
    });
  },
};

/** The language server is a bundle of its own, so that nothing of it is read before it is wanted; named as seen from `bin/load.cjs`. */
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/lsp\/main\.ts$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./lsp.cjs", external: true },
    );
  },
};

rmSync(dist, { recursive: true, force: true });
const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  plugins: [lightYargs, parsedJson, apart],
  logLevel: "warning",
  legalComments: "none",
};
const program = {
  ...common,
  format: "cjs",
  minify: true,
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};
await build({
  ...program,
  entryPoints: [`${server}src/cli/main.ts`],
  outfile: `${dist}/cli.cjs`,
  external: ["fast-glob", "@viz-js/viz", "jsonc-parser", "yaml"],
});
await build({
  ...program,
  entryPoints: [`${server}src/lsp/main.ts`],
  mainFields: ["module", "main"],
  outfile: `${dist}/lsp.cjs`,
});
copyFileSync(`${server}data/texts.json`, `${dist}/texts.json`);
await build({ ...common, entryPoints: [`${server}src/index.ts`], outfile: `${dist}/index.js`, format: "esm" });
await writeCodeCache();
writeServerCache();
const types = spawnSync(`${server}../node_modules/.bin/tsc`, ["-p", `${server}tsconfig.json`], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
if (types.status !== 0) process.exit(types.status ?? 1);

/** Runs the bundle over examples and over values of every kind, so that the cache holds the functions that a run needs. */
async function writeCodeCache() {
  const { script, exports } = compileBundle("cli.cjs");
  const { write } = process.stdout;
  process.stdout.write = () => true;
  process.stderr.write = () => true;
  const typical = writeTypicalUnits(`${dist}/typical`);
  await exports.main(["--format", "human", `${server}../fixtures/examples`]);
  await exports.main(["--format", "json", `${server}../fixtures/examples`]);
  await exports.main([typical]);
  rmSync(typical, { recursive: true });
  process.stdout.write = write;
  process.exitCode = 0;
  writeFileSync(`${dist}/cli.cjs.cache`, script.createCachedData());
}

/** All functions of the server, as it lives long and soon needs most of them. The flags are set back, as a cache counts only for the same ones. */
function writeServerCache() {
  setFlagsFromString("--no-lazy");
  const { script } = compileBundle("lsp.cjs");
  setFlagsFromString("--lazy");
  writeFileSync(`${dist}/lsp.cjs.cache`, script.createCachedData());
}

/** Units of good values, as systemd's verdicts on record give them, a section each. */
function writeTypicalUnits(folder) {
  mkdirSync(folder);
  const rows = readFileSync(`${server}../fixtures/oracle/262.jsonl`, "utf8")
    .split("\n")
    .filter(row => row !== "")
    .map(row => JSON.parse(row));
  for (const section of new Set(rows.map(row => row.section))) {
    const good = rows.filter(row => row.section === section && !row.complains);
    const type = section === "Unit" || section === "Install" ? "service" : section.toLowerCase();
    const lines = good.map(({ name, value }) => `${name}=${value}\n`);
    writeFileSync(`${folder}/${section}.${type}`, `[${section}]\n${lines.join("")}`);
  }
  return folder;
}
