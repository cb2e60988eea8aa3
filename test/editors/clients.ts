/** Every client that `npm run test:editors` tries, in this order. */
import type { Client } from "./client.ts";
import { terminalClients } from "./terminal-clients.ts";
import { vscodeClients } from "./vscode-clients.ts";

export const clients: readonly Client[] = [...terminalClients, ...vscodeClients];
