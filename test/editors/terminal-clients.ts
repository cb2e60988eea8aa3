/** How the editors of the terminal come here, all of them from Debian. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Client, type Kit, NotAvailable, type Provided } from "./client.ts";
import { output } from "./commands.ts";
import { installFromDebian, unpackFromDebian } from "./debian.ts";

const NEOVIM = {
  tries: "findings, hover, completion, definition, rename, code action, formatting",
  test: "neovim.test.ts",
};

const EMACS = {
  tries: "findings, hover, completion, rename, code action, formatting",
  test: "emacs.test.ts",
};

export const terminalClients: readonly Client[] = [
  { id: "neovim", title: "Neovim", ...NEOVIM, provide: neovim },
  { id: "neovim-0.10", title: "Neovim (Debian 13)", ...NEOVIM, provide: kit => foreignNeovim(kit, "trixie") },
  { id: "neovim-newest", title: "Neovim (Debian testing)", ...NEOVIM, provide: kit => foreignNeovim(kit, "testing") },
  { id: "emacs-eglot", title: "Emacs with eglot", ...EMACS, provide: kit => emacs(kit, "elpa-eglot") },
  { id: "emacs-lsp-mode", title: "Emacs with lsp-mode", ...EMACS, provide: kit => emacs(kit, "elpa-lsp-mode") },
  { id: "emacs-builtin", title: "Emacs with its own eglot (Debian 13)", ...EMACS, provide: foreignEmacs },
  {
    id: "vim-ale",
    title: "Vim with ALE",
    tries: "findings, hover, completion, rename, code action, formatting by unitlint fmt",
    test: "vim.test.ts",
    provide: vimWithAle,
  },
  {
    id: "helix",
    title: "Helix (Debian 13)",
    tries: "findings, hover, completion, definition, rename, code action, formatting",
    test: "helix.test.ts",
    provide: helix,
  },
];

function neovim(kit: Kit): Provided {
  installFromDebian(kit, ["neovim"], ["nvim"]);
  return { version: neovimVersion(["nvim"]), command: ["nvim"] };
}

function foreignNeovim(kit: Kit, suite: string): Provided {
  const { root, start } = unpackFromDebian(kit, suite, ["neovim"]);
  const env = { VIMRUNTIME: join(root, "usr/share/nvim/runtime") };
  const command = [...start("nvim"), "--cmd", `set runtimepath^=${join(root, "usr/lib/nvim")}`];
  return { version: neovimVersion(command), command, env };
}

function neovimVersion(command: readonly string[]): string {
  return /^NVIM v(\S+)/.exec(output([...command, "--version"]))?.[1] ?? "of an unknown version";
}

function emacs(kit: Kit, library: string): Provided {
  installFromDebian(kit, ["emacs-nox", library, "git"], ["emacs", "git"]);
  return { version: emacsVersion(["emacs"]), command: ["emacs"] };
}

function foreignEmacs(kit: Kit): Provided {
  installFromDebian(kit, ["git"], ["git"]);
  const { root, start } = unpackFromDebian(kit, "trixie", ["emacs-nox"]);
  const [shared, programs] = [onlyFolder(join(root, "usr/share/emacs"), /^\d/), join(root, "usr/libexec/emacs")];
  const helpers = onlyFolder(onlyFolder(programs, /^\d/), /-linux-/);
  const dump = join(helpers, onlyName(helpers, /\.pdmp$/));
  const env = {
    EMACSLOADPATH: join(shared, "lisp"),
    EMACSDATA: join(shared, "etc"),
    EMACSDOC: join(shared, "etc"),
    EMACSPATH: helpers,
  };
  const command = [...start("emacs-nox"), `--dump-file=${dump}`];
  return { version: emacsVersion(command), command, env };
}

function emacsVersion(command: readonly string[]): string {
  return /^GNU Emacs (\S+)/.exec(output([...command, "--version"]))?.[1] ?? "of an unknown version";
}

function onlyFolder(folder: string, pattern: RegExp): string {
  return join(folder, onlyName(folder, pattern));
}

/** The name in a folder that fits; `NotAvailable` where none does. */
function onlyName(folder: string, pattern: RegExp): string {
  const name = readdirSync(folder).find(one => pattern.test(one));
  if (name === undefined) throw new NotAvailable(`${folder} holds no ${pattern.source}`);
  return name;
}

function vimWithAle(kit: Kit): Provided {
  installFromDebian(kit, ["vim-nox", "vim-ale", "tmux"], ["vim.nox", "tmux"]);
  const [, version = "of an unknown version"] = /VIM - Vi IMproved (\S+)/.exec(output(["vim.nox", "--version"])) ?? [];
  return { version, command: ["vim.nox"] };
}

function helix(kit: Kit): Provided {
  installFromDebian(kit, ["tmux"], ["tmux"]);
  const { root, start } = unpackFromDebian(kit, "trixie", ["hx"]);
  const env = { HELIX_RUNTIME: join(root, "usr/lib/hx/runtime") };
  const command = start("hx");
  const [, version = "of an unknown version"] = /^helix (\S+)/.exec(output([...command, "--version"])) ?? [];
  return { version, command, env };
}
