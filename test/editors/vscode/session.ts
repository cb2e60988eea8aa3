/** What a test of VS Code begins with: the packed extension, folders to open, and a place for what is left behind. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isMeant, testName } from "../client.ts";
import { foundClients } from "../found.ts";
import { type Installed, installVsCode } from "./install.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The variable in which the runner tells where npm's packages lie. */
export const PACKAGES = "UNITLINT_VSCODE_PACKAGES";

/** Folders of one test; all go with it. */
export interface Session {
  readonly installed: Installed;
  /** The extension as users install it. */
  readonly vsix: string;
  /** A folder of one's own. */
  folder(name: string): string;
  /** A copy of `fixtures/editors/shop`: a service with two mistakes, an ordering cycle, a drop-in. */
  shop(name?: string): string;
}

/** One top-level test of a client, if this run tries it. */
export function testVsCode(id: string, body: (t: TestContext, session: Session) => Promise<void>): void {
  for (const client of foundClients().filter(one => isMeant(id, one))) {
    test(testName(client), { timeout: LONGEST_TEST }, t => body(t, newSession(t, client.env?.[PACKAGES])));
  }
}

/** Packs the extension, and makes folders that end with the test. */
export function newSession(t: TestContext, packages: string | undefined): Session {
  if (packages === undefined) throw new Error(`${PACKAGES} is not set`);
  const base = mkdtempSync(join(tmpdir(), "unitlint-vscode-"));
  t.after(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));
  const folder = (name: string) => {
    mkdirSync(join(base, name), { recursive: true });
    return join(base, name);
  };
  const shop = (name = "shop") => {
    cpSync(join(root, "fixtures/editors/shop"), join(base, name), { recursive: true });
    return join(base, name);
  };
  return { installed: installVsCode(packages), vsix: packedExtension(base), folder, shop };
}

/** A folder with a thousand units and more, most of which name others: `large-folder`, with the two services of the shop that are opened first. */
export function largeFolder(session: Session, units = 1000): string {
  const folder = session.shop("large-folder");
  for (let number = 0; number < units; number += 1) {
    const lines = [
      "[Unit]",
      `Description=Part ${number}`,
      `After=network.target part-${Math.floor(number / 2)}.service`,
    ];
    if (number % 10 === 0) lines.push(`Wants=part-${number + 1}.service`);
    lines.push("", "[Service]", "Type=exec", `ExecStart=/usr/bin/part --number ${number}`, "Restart=on-failure");
    lines.push("", "[Install]", "WantedBy=multi-user.target", "");
    if (number > 0) writeFileSync(join(folder, `part-${number}.service`), lines.join("\n"));
  }
  return folder;
}

/** A folder with one unit, of a type for which the extension does not start by itself. */
export function bareFolder(session: Session): string {
  const folder = session.folder("bare-folder");
  writeFileSync(join(folder, "spool.path"), "[Path]\nPathExist=/var/spool/app\n");
  return folder;
}

/** An extension that does nothing: its folder is what VS Code calls the one under development, so that the tested one is the installed one. */
export function emptyExtension(session: Session): string {
  const folder = session.folder("driver");
  const manifest = { name: "driver", publisher: "unitlint-tests", version: "0.0.1", engines: { vscode: "^1.91.0" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}

/** Unpacks the extension; gives its folder. */
export function unpackedExtension(session: Session): string {
  const folder = session.folder("unpacked");
  run("python3", ["-m", "zipfile", "-e", session.vsix, folder]);
  return join(folder, "extension");
}

/** In milliseconds. */
const LONGEST_TEST = 240_000;

/** As `npm run vsix` does it. */
function packedExtension(folder: string): string {
  const given = process.env.UNITLINT_VSIX;
  if (given !== undefined) return given;
  const vsix = join(folder, "unitlint.vsix");
  run(process.execPath, [join(root, "client/vscode/scripts/vsix.mjs"), vsix]);
  return vsix;
}

function run(program: string, words: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: root,
    encoding: "utf8",
    timeout: 120_000,
  });
  if (status !== 0)
    throw new Error(`${program} ${words.join(" ")} failed: ${error?.message ?? ""}\n${stdout}${stderr}`);
}
