/** A single executable: this Node with the bundle inside (Node's "single executable applications"). */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeScript } from "./single-file.mjs";

/** Writes it for the platform of the Node that runs this. */
export async function writeExecutable(root, outfile) {
  const work = mkdtempSync(join(tmpdir(), "unitlint-executable-"));
  try {
    const main = join(work, "unitlint.cjs");
    const output = join(work, "unitlint.blob");
    await writeScript(main);
    const config = { main, output, disableExperimentalSEAWarning: true, useCodeCache: true };
    writeFileSync(join(work, "config.json"), JSON.stringify(config));
    run(process.execPath, ["--experimental-sea-config", join(work, "config.json")]);
    copyFileSync(process.execPath, outfile);
    chmodSync(outfile, 0o755);
    const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";
    const postject = join(root, "node_modules/postject/dist/cli.js");
    run(process.execPath, [postject, outfile, "NODE_SEA_BLOB", output, "--sentinel-fuse", fuse]);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args[0]}: ${stdout}${stderr}`);
}
