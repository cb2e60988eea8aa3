/** Bundles everything into one file: for `node unitlint.mjs`, and for the single executable. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { common, program } from "../bundling/options.mjs";

const server = fileURLToPath(new URL("../..", import.meta.url));
const entryPoints = [`${server}scripts/package/single-file.ts`];

/** Texts come from the bundle itself. */
const ownTexts = {
  name: "own-texts",
  setup({ onLoad }) {
    onLoad({ filter: /\/platform\/read-texts\.ts$/ }, () => ({
      contents: 'import texts from "../../data/texts.json"; export const readTexts = () => texts;',
      loader: "ts",
      resolveDir: `${server}src/platform`,
    }));
  },
};

const plugins = [...common.plugins, ownTexts];

/** An ES module that needs nothing but Node. */
export async function writeModule(outfile) {
  const banner = {
    js: '#!/usr/bin/env node\nimport { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
  };
  await build({ ...common, plugins, entryPoints, outfile, format: "esm", minify: true, banner });
}

/** The same as CommonJS, which is all that single executables run. */
export async function writeScript(outfile) {
  await build({ ...program, plugins, entryPoints, outfile });
}
