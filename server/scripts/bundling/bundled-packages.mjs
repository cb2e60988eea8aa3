/** Which packages of others a bundle holds, as esbuild's metafile tells it, and their licences. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The packages below `node_modules` that gave bytes to the outputs of the metafiles, by name: `{ name, version, licence, text }`, where `text` is the
 * licence's own. Throws where one names no licence, as it may then not be passed on.
 */
export function bundledPackages(metafiles, root) {
  const folders = new Set(
    metafiles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? packageFolder(input) : [])),
      ),
    ),
  );
  return [...folders].map(folder => describe(join(root, folder))).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The notices that come with a package of ours: who wrote what is bundled, and under which terms. */
export function notices(packages) {
  const parts = packages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`);
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  return `unitlint contains these packages:\n\n${parts.join(rule)}\n`;
}

/** `node_modules/@scope/name` out of a path below it; nothing for files of ours. */
function packageFolder(input) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  return folder === undefined ? [] : [folder];
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  if (license === undefined) throw new Error(`${name} names no licence; it may not be bundled`);
  const text =
    file === undefined ? "(The package brings no text of its licence.)" : readFileSync(join(folder, file), "utf8");
  return { name, version, licence: license, text: text.trim().replaceAll("\r", "") };
}
