/** `unitlint lsp`: the language server. */
import type { ServerArguments } from "../../lsp/main.ts";

/** Serves one client; loads what only the server needs, and returns only where that fails. */
export async function lspCommand(args: ServerArguments): Promise<void> {
  const { startServer } = await import("../../lsp/main.ts");
  await startServer(args);
}
