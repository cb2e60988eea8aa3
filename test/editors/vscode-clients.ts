/** How Visual Studio Code comes here, as a desktop would run it and for the Web. */
import type { Client } from "./client.ts";

export const vscodeClients: readonly Client[] = [];
