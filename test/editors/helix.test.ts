/** Helix, with the snippet of `client/editors/helix`, typed into in a terminal. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Check, snippet, type Trial, testClients } from "./found.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { writeBelow } from "./unit-folder.ts";

testClients("helix", async (check, trial) => {
  writeBelow(trial.home, ".config/helix/languages.toml", snippet("helix/languages.toml"));
  // Whoever opens a terminal in a repository.
  writeBelow(trial.units, ".git/HEAD", "ref: refs/heads/main\n");
  const helix = openTerminal(trial, ["app.service"]);
  try {
    await look(check, helix);
    await edit(check, helix, trial);
  } finally {
    helix.close();
  }
});

async function look(check: Check, helix: Terminal): Promise<void> {
  await check("open: the finding under the cursor is told", async () => {
    await helix.shows(/Description=App/);
    helix.type("9G");
    await helix.shows(/Unknown directive Restrat= in/);
  });
  await check("drop-in: it is told there too", async () => {
    await command(helix, "open app.service.d/order.conf");
    await helix.shows(/MemoryMaks/);
    helix.type("5G");
    await helix.shows(/Unknown directive MemoryMaks=/);
    await command(helix, "buffer-close");
    await helix.shows(/Description=App/);
  });
  await check("hover: tells of the key", async () => {
    helix.type("8Ggh");
    helix.type(" k");
    await helix.shows(/The command to run when the service starts/);
    await toNormalMode(helix);
  });
  await check("definition: leads to the unit's file", async () => {
    helix.type("3Ggh7lgd");
    await helix.shows(/Description=Database/);
    await command(helix, "buffer-close");
    await helix.shows(/Description=App/);
  });
}

async function edit(check: Check, helix: Terminal, trial: Trial): Promise<void> {
  const comes = (wanted: string, file = "app.service") =>
    helix.until(`${wanted} in ${file}`, () => textOf(file, trial).includes(wanted));
  await check("completion: of a key and of a value, as they are then in the text", async () => {
    await complete(helix, "KillMo", /KillMode=/);
    await comes("\nKillMode=\n");
    await toNormalMode(helix);
    helix.type("8Gxd");
    await complete(helix, "Restart=on-f", /on-failure/);
    await comes("\nRestart=on-failure\n");
    await toNormalMode(helix);
    helix.type("8Gxd");
  });
  await check("rename: in the open file, in others, in the drop-in, and of the file itself", async () => {
    helix.type("3Ggh7l r");
    await helix.shows(/rename-to:/);
    helix.press("C-u");
    helix.type("store.service");
    helix.press("Enter");
    await helix.shows(/After=store\.service/);
    await command(helix, "write-all");
    await comes("Requires=store.service", "app.service.d/order.conf");
    await comes("After=network.target store.service", "worker.service");
    await comes("After=store.service\nWants=store.service\n");
    await comes("Description=Database", "store.service");
    assert.equal(existsSync(join(trial.units, "db.service")), false);
  });
  await check("code action: mends the misspelt key", async () => {
    helix.type("9Ggh a");
    await helix.shows(/Rename to Restart=/);
    helix.press("Enter");
    await command(helix, "write");
    await comes("\nRestart=always\n");
  });
  await check("format: blanks and blank lines", async () => {
    helix.type("geo");
    helix.press("Enter", "Enter");
    helix.type("[Install]");
    helix.press("Enter");
    helix.type("WantedBy = multi-user.target   ");
    await command(helix, "format");
    await helix.shows(/WantedBy=multi-user\.target/);
    await command(helix, "write");
    await comes("always\n\n[Install]\nWantedBy=multi-user.target\n");
  });
}

/** Types into a new line, takes what is offered first, and saves what came. */
async function complete(helix: Terminal, typed: string, offered: RegExp): Promise<void> {
  helix.type(`7Go${typed}`);
  helix.press("C-x");
  await helix.shows(offered);
  helix.press("C-n", "Enter");
  await command(helix, "write");
}

async function command(helix: Terminal, text: string): Promise<void> {
  await toNormalMode(helix);
  helix.type(`:${text}`);
  helix.press("Enter");
}

/** The first Escape may only close a list of completions. */
async function toNormalMode(helix: Terminal): Promise<void> {
  helix.press("Escape");
  await helix.pause();
  helix.press("Escape");
  await helix.pause();
  await helix.shows(/^ NOR /m);
}

/** Nothing while Helix puts a new file in the place of the old one. */
function textOf(file: string, trial: Trial): string {
  try {
    return trial.read(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
