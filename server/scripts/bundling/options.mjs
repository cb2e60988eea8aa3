/** How esbuild bundles unitlint: what stands in for slow packages, and what all bundles share. */
import { readFileSync } from "node:fs";

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

/** Of every bundle. */
export const common = {
  bundle: true,
  // The CommonJS of jsonc-parser is UMD, into which no bundler can look.
  mainFields: ["module", "main"],
  platform: "node",
  target: "node20.19",
  plugins: [lightYargs, parsedJson],
  logLevel: "warning",
  legalComments: "none",
  metafile: true,
};

/** Of those that are run, as CommonJS: V8 compiles it through a cache, and single executables know nothing else. */
export const program = {
  ...common,
  format: "cjs",
  minify: true,
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};
