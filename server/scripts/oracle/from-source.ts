/** The command line of unitlint as its source stands now, whatever was built last. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** Bundles the source into a folder; the command that runs it. Later changes of the source do not touch it. */
export function unitlintFromSource(folder: string): string[] {
  const outfile = join(folder, "unitlint.cjs");
  buildSync({
    stdin: { contents: 'import { main } from "./main.ts"; main(process.argv.slice(2));', resolveDir: commandLine },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    define: { "import.meta.url": "importMetaUrl" },
    banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  return [process.execPath, outfile];
}

const commandLine = fileURLToPath(new URL("../../src/cli", import.meta.url));
