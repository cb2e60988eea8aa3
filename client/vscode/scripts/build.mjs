/** Bundles the extension for both hosts, the language server for both, and puts beside them what they read: `client/vscode/dist`. */
import { copyFileSync, cpSync, mkdirSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { common, program } from "../../../server/scripts/bundling/options.mjs";

const client = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Builds all of it anew; gives esbuild's metafiles, which say what is in it. */
export async function buildExtension(dist = `${client}dist`) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const results = await Promise.all(bundles(dist).map(options => build(options)));
  for (const [from, to] of copies) {
    if (from.endsWith("/")) cpSync(root + from, `${dist}/${to}`, { recursive: true });
    else copyFileSync(root + from, `${dist}/${to}`);
  }
  return results.map(({ metafile }) => metafile);
}

/** What is read as it is. */
const copies = [
  ["server/data/texts.json", "texts.json"],
  ["server/docs/rules/", "rules"],
  ["grammars/systemd-unit.tmLanguage.json", "systemd-unit.tmLanguage.json"],
  ["grammars/language-configuration.json", "language-configuration.json"],
];

/** From one tree the same bytes come, wherever it lies. */
const always = { ...common, minify: true, absWorkingDir: root };
const inBrowser = { ...always, platform: "browser", target: "es2022", plugins: [...common.plugins, noNode()] };

/** Each a script and a style sheet of its own. */
const pages = ["graph", "exposure"];

/** What Node runs: each loads a bundle through V8's code cache. */
const loaders = ["node", "server"];

function bundles(dist) {
  return [
    {
      ...always,
      entryPoints: Object.fromEntries(loaders.map(name => [name, `${client}bin/${name}.cjs`])),
      external: ["vscode"],
      outdir: dist,
      format: "cjs",
    },
    {
      ...program,
      absWorkingDir: root,
      entryPoints: [`${client}src/node.ts`],
      outfile: `${dist}/extension.js`,
      external: ["vscode"],
    },
    {
      ...inBrowser,
      entryPoints: [`${client}src/browser.ts`],
      outfile: `${dist}/browser.js`,
      format: "cjs",
      external: ["vscode"],
    },
    {
      ...program,
      absWorkingDir: root,
      entryPoints: [`${root}server/src/lsp/main.ts`],
      outfile: `${dist}/lsp.js`,
      plugins: [...program.plugins, vizBeside()],
    },
    {
      ...inBrowser,
      entryPoints: [`${root}server/src/lsp/browser.ts`],
      outfile: `${dist}/server.web.js`,
      format: "iife",
    },
    {
      ...inBrowser,
      entryPoints: Object.fromEntries(pages.map(page => [page, `${client}src/webviews/${page}/page.ts`])),
      outdir: `${dist}/webviews`,
      format: "iife",
    },
    {
      ...inBrowser,
      stdin: { contents: 'export * from "@viz-js/viz";', resolveDir: `${root}server`, loader: "js" },
      outfile: `${dist}/viz.js`,
      format: "iife",
      globalName: "unitlintViz",
      charset: "utf8",
      footer: { js: 'if (typeof module === "object") module.exports = unitlintViz;' },
    },
  ];
}

/** Graphviz is a file of its own, which both servers load when they first draw. */
function vizBeside() {
  return {
    name: "viz-beside",
    setup({ onResolve }) {
      onResolve({ filter: /^@viz-js\/viz$/ }, () => ({ path: "./viz.js", external: true }));
    },
  };
}

/** A browser has no Node: the build fails at the first import of something of its. */
function noNode() {
  const own = new Set(builtinModules);
  return {
    name: "no-node",
    setup({ onResolve }) {
      onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, importer }) =>
        path.startsWith("node:") || own.has(path)
          ? { errors: [{ text: `${relative(root, importer)} imports ${path}, which no browser has` }] }
          : undefined,
      );
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExtension(process.argv[2]);
