/** `npm run build`: bundles the command line, the language server and the library into `server/dist`, and makes the code cache. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { build } from "esbuild";
import { compileBundle } from "../bin/load.cjs";
import { bundledPackages, notices } from "./bundling/bundled-packages.mjs";
import { withInside } from "./bundling/inside.mjs";
import { common, program } from "./bundling/options.mjs";

const server = fileURLToPath(new URL("..", import.meta.url));
const dist = `${server}dist`;

/**
 * What lies in bundles of its own, so that nothing of it is read before it is wanted: the language server, named as seen from `bin/load.cjs`, and
 * packages for what few runs ask.
 */
const ownBundles = {
  "fast-glob": "glob.cjs",
  "@viz-js/viz": "viz.cjs",
  "jsonc-parser": "jsonc.cjs",
  yaml: "yaml.cjs",
};
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/lsp\/main\.ts$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./lsp.cjs", external: true },
    );
    onResolve({ filter: /^(fast-glob|@viz-js\/viz|jsonc-parser|yaml)$/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: `../dist/${ownBundles[path]}`, external: true },
    );
  },
};

rmSync(dist, { recursive: true, force: true });
const plugins = [...common.plugins, apart];
const bundled = await Promise.all([
  build({ ...program, plugins, entryPoints: [`${server}src/cli/main.ts`], outfile: `${dist}/cli.cjs` }),
  build({ ...program, plugins, entryPoints: [`${server}src/lsp/main.ts`], outfile: `${dist}/lsp.cjs` }),
  build({ ...common, plugins, entryPoints: [`${server}src/index.ts`], outfile: `${dist}/index.js`, format: "esm" }),
  ...Object.entries(ownBundles).map(([name, file]) =>
    build({
      ...program,
      mainFields: ["module", "main"],
      charset: "utf8",
      entryPoints: [name],
      outfile: `${dist}/${file}`,
    }),
  ),
]);
copyFileSync(`${server}data/texts.json`, `${dist}/texts.json`);
const packages = withInside(
  bundledPackages(
    bundled.map(({ metafile }) => metafile),
    process.cwd(),
  ),
  `${server}..`,
);
writeFileSync(`${dist}/THIRD-PARTY.txt`, notices(packages));
writeFileSync(`${dist}/.bundled.json`, JSON.stringify(packages));
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
