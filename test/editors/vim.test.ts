/** Vim with ALE, with the snippet of `client/editors/vim`, typed into in a terminal. */
import assert from "node:assert/strict";
import { type Check, snippet, type Trial, testClients } from "./found.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { writeBelow } from "./unit-folder.ts";

testClients("vim-ale", async (check, trial) => {
  writeBelow(trial.home, ".vimrc", "set nocompatible hidden nomore\npackadd! ale\nfiletype plugin on\n");
  for (const name of ["unitlint-ale.vim", "unitlint-filetype.vim"]) {
    writeBelow(trial.home, `.vim/plugin/${name}`, snippet(`vim/${name}`));
  }
  const vim = openTerminal(trial, ["-i", "NONE", "-n", "app.service"]);
  try {
    await look(check, vim);
    await edit(check, vim, trial);
  } finally {
    vim.close();
  }
});

async function look(check: Check, vim: Terminal): Promise<void> {
  await check("open: the finding under the cursor is told", async () => {
    await vim.shows(/Description=App/);
    vim.type("9G");
    await vim.shows(/Unknown directive Restrat= in \[Service\]; did you mean Restart=\?/);
  });
  await check("drop-in: it is told there too", async () => {
    command(vim, "edit app.service.d/order.conf");
    vim.type("5G");
    await vim.shows(/Unknown directive MemoryMaks=/);
    command(vim, "edit app.service");
  });
  await check("hover: tells of the key", async () => {
    vim.type("8G0");
    command(vim, "ALEHover");
    await vim.shows(/The command to run when the service starts/);
    command(vim, "pclose");
  });
}

async function edit(check: Check, vim: Terminal, trial: Trial): Promise<void> {
  const comes = (wanted: string, file = "app.service") =>
    vim.until(`${wanted} in ${file}`, () => trial.read(file).includes(wanted));
  await check("completion: of a key and of a value, as they are then in the text", async () => {
    await complete(vim, "KillMo", "KillMode=");
    await comes("\nKillMode=\n");
    await complete(vim, "KillMode=mi", "KillMode=mixed");
    await comes("\nKillMode=mixed\n");
    command(vim, "g/^KillMode/delete");
  });
  await check("rename: in the open file, in others and in the drop-in", async () => {
    vim.press("Escape");
    vim.type("3G6l");
    command(vim, "ALERename");
    await vim.shows(/New name: /);
    vim.press("C-u");
    vim.type("store.service");
    vim.press("Enter");
    await vim.shows(/After=store\.service/);
    command(vim, "wall");
    await comes("Requires=store.service", "app.service.d/order.conf");
    await comes("After=network.target store.service", "worker.service");
    await comes("After=store.service\nWants=store.service\n");
  });
  await check("code action: mends the misspelt key", async () => {
    command(vim, "/Restrat");
    command(vim, "ALECodeAction");
    const screen = await vim.shows(/Rename to Restart=/);
    vim.type(/(\d+)\W+Rename to Restart=/.exec(screen)?.[1] ?? "1");
    vim.press("Enter");
    await vim.shows(/^.*Restart=always/m);
    command(vim, "write");
    await comes("\nRestart=always\n");
  });
  await check("format: by unitlint fmt", async () => {
    command(vim, 'call append("$", ["", "", "", "[Install]", "WantedBy = multi-user.target   "])');
    command(vim, "ALEFix");
    await vim.shows(/WantedBy=multi-user\.target/);
    command(vim, "write");
    await comes("WantedBy=multi-user.target\n");
    assert.match(trial.read("app.service"), /always\n\n\[Install\]\nWantedBy=multi-user\.target\n$/);
  });
}

/** Types into a new line, asks for completion, and saves what came. */
async function complete(vim: Terminal, typed: string, wanted: string): Promise<void> {
  vim.type(`7Go${typed}`);
  vim.press("C-x", "C-o");
  await vim.shows(new RegExp(`^\\W*${wanted}(\\s|$)`, "m"));
  vim.press("C-y");
  command(vim, "write");
}

/** From any mode. */
function command(vim: Terminal, text: string): void {
  vim.press("Escape");
  vim.type(`:${text}`);
  vim.press("Enter");
}
