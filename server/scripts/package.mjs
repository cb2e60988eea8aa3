/**
 * `npm run package [-- tarball|bundle|executable|deb …]`: makes what is published of the server, in `server/dist/packages`; without names, all
 * of it, each with its bill of materials (CycloneDX) beside it. All but the executable are the same bytes whenever and wherever they are made of the same sources.
 */
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { billOfMaterials } from "./bundling/bill-of-materials.mjs";
import { writeDeb } from "./package/deb.mjs";
import { writeExecutable } from "./package/executable.mjs";
import { writeModule } from "./package/single-file.mjs";
import { writeTarball } from "./package/tarball.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const server = join(root, "server");
const folder = join(server, "dist/packages");
const manifest = JSON.parse(readFileSync(join(server, "package.json"), "utf8"));
const { version } = manifest;
const bundled = JSON.parse(readFileSync(join(server, "dist/.bundled.json"), "utf8"));

const makers = {
  tarball: () => join(folder, writeTarball(server, folder)),
  bundle: async () => {
    const file = join(folder, "unitlint.mjs");
    await writeModule(file);
    chmodSync(file, 0o755);
    return file;
  },
  deb: () => {
    const file = join(folder, `unitlint_${version}_all.deb`);
    writeDeb(root, file, sourceDate());
    return file;
  },
  executable: async () => {
    const file = join(folder, process.platform === "win32" ? "unitlint.exe" : "unitlint");
    await writeExecutable(root, file);
    return file;
  },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(makers);
const unknown = names.find(name => !(name in makers));
if (unknown !== undefined) fail(`${unknown} is none of ${Object.keys(makers).join(", ")}`);
process.umask(0o022);
mkdirSync(folder, { recursive: true });
for (const name of names) {
  try {
    const file = await makers[name]();
    writeFileSync(`${file}.cdx.json`, billOfMaterials(manifest, bundled, readFileSync(file)));
    console.log(`${relative(root, file)} (${(statSync(file).size / 1e6).toFixed(1)} MB)`);
  } catch (error) {
    fail(`${name}: ${error.message}`);
  }
}

/** As other tools of reproducible builds take it; by default a time that npm, too, gives the files of its packages. */
function sourceDate() {
  return Number(process.env.SOURCE_DATE_EPOCH ?? Date.UTC(1985, 9, 26, 8, 15) / 1000);
}

function fail(message) {
  console.error(`package: ${message}`);
  process.exit(2);
}
