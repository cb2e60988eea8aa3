/** `npm run build -w client/vscode`: bundles the extension and its servers into `client/vscode/dist`. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const client = fileURLToPath(new URL("..", import.meta.url));
const common = {
  bundle: true,
  minify: true,
  format: "cjs",
  outdir: `${client}dist`,
  external: ["vscode"],
  logLevel: "warning",
  legalComments: "none",
};
rmSync(`${client}dist`, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: [`${client}src/node.ts`],
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
});
await build({ ...common, entryPoints: [`${client}src/browser.ts`], platform: "browser", target: "es2022" });
