/** Neovim drives the built language server. Skipped where it is not installed, unless UNITLINT_CLIENTS=required says that it must be. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("neovim.lua", import.meta.url));
const server = fileURLToPath(new URL("../../server/bin/unitlint-language-server.cjs", import.meta.url));

const app = `[Unit]
Description=App
After=db.service
Wants=db.service

[Service]
Type=exec
ExecStart=/usr/bin/app
Restrat=always
`;
const files = {
  "app.service": app,
  "db.service": "[Unit]\nDescription=Database\n\n[Service]\nExecStart=/usr/bin/db\n",
  "worker.service": "[Unit]\nAfter=network.target db.service\n\n[Service]\nExecStart=/usr/bin/worker\n",
};

const isMissing = spawnSync("nvim", ["--version"]).status !== 0;
const skip = isMissing && process.env.UNITLINT_CLIENTS !== "required" ? "nvim is not installed" : false;

test("Neovim: open, hover, completion, definition, rename, code action, format", { skip }, async t => {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-neovim-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const seen = driveNeovim(folder);

  await t.test("open: findings come by themselves", () => {
    assert.deepEqual(seen.open, ["9:1 unitlint unknown-directive"]);
  });
  await t.test("hover: a window tells of the key", () => {
    assert.match(seen.hover.join("\n"), /ExecStart=/);
  });
  await t.test("completion: the words that the key takes", () => {
    for (const word of ["simple", "oneshot", "notify"]) assert.ok(seen.completion.includes(word), `${seen.completion}`);
  });
  await t.test("definition: leads to the unit's file", () => {
    assert.match(seen.definition, /^db\.service:/);
  });
  await t.test("rename: in open files, in others, and of the file itself", () => {
    assert.deepEqual(seen.rename.app.slice(2, 4), ["After=store.service", "Wants=store.service"]);
    assert.ok(seen.rename.worker.includes("After=network.target store.service"));
    assert.deepEqual(seen.rename.files, ["app.service", "store.service", "worker.service"]);
  });
  await t.test("code action: mends the misspelt key", () => {
    assert.ok(seen["code action"].includes("Restart=always"));
    assert.deepEqual(seen["diagnostics after the change"], []);
  });
  await t.test("format: blanks and blank lines", () => {
    assert.deepEqual(seen.format.slice(-3), ["", "[Install]", "WantedBy=multi-user.target"]);
  });
  await t.test("stop: the server ends when it is asked to", () => {
    assert.equal(seen.stop, true);
  });
  assert.equal(seen.problem, undefined);
  assert.deepEqual(readdirSync(folder).sort(), ["app.service", "store.service", "worker.service"]);
  assert.ok(readFileSync(join(folder, "app.service"), "utf8").includes("After=store.service"));
});

/** What Neovim showed after each step; `problem` where one failed. */
interface Seen {
  readonly open: readonly string[];
  readonly hover: readonly string[];
  readonly completion: readonly string[];
  readonly definition: string;
  readonly rename: {
    readonly app: readonly string[];
    readonly worker: readonly string[];
    readonly files: readonly string[];
  };
  readonly "code action": readonly string[];
  readonly "diagnostics after the change": readonly string[];
  readonly format: readonly string[];
  readonly stop: boolean;
  readonly problem?: string;
}

function driveNeovim(folder: string): Seen {
  const words = ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${script}`, "app.service"];
  const env = { ...process.env, UNITLINT_SERVER: JSON.stringify([process.execPath, server, "--stdio"]) };
  const { stdout, stderr, error } = spawnSync("nvim", words, { cwd: folder, env, encoding: "utf8", timeout: 60_000 });
  if (error !== undefined) throw error;
  const json = stdout.slice(stdout.indexOf("{"));
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(`nvim said: ${stdout}${stderr}`);
  }
}
