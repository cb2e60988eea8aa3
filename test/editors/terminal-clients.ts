/** How the editors of the terminal come here, all of them from Debian. */
import { join } from "node:path";
import type { Client, Kit, Provided } from "./client.ts";
import { output } from "./commands.ts";
import { installFromDebian, unpackFromDebian } from "./debian.ts";

const NEOVIM = {
  tries: "findings, hover, completion, definition, rename, code action, formatting",
  test: "neovim.test.ts",
};

export const terminalClients: readonly Client[] = [
  { id: "neovim", title: "Neovim", ...NEOVIM, provide: neovim },
  { id: "neovim-0.10", title: "Neovim (Debian 13)", ...NEOVIM, provide: kit => foreignNeovim(kit, "trixie") },
  { id: "neovim-newest", title: "Neovim (Debian testing)", ...NEOVIM, provide: kit => foreignNeovim(kit, "testing") },
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
