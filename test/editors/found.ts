/** How a test of `npm run test:editors` gets at the clients that the runner brought. */
import { type TestContext, test } from "node:test";
import { FOUND_CLIENTS, type FoundClient, isMeant, testName } from "./client.ts";

/** One top-level test for each client of a name (`neovim`: all versions of it) that this run tries. */
export function testClients(name: string, body: (t: TestContext, client: FoundClient) => Promise<void>): void {
  for (const client of foundClients().filter(one => isMeant(name, one))) {
    test(testName(client), { timeout: LONGEST_TEST }, t => body(t, client));
  }
}

/** In milliseconds. */
const LONGEST_TEST = 180_000;

function foundClients(): readonly FoundClient[] {
  const text = process.env[FOUND_CLIENTS];
  if (text === undefined) throw new Error("these tests are run by `npm run test:editors`, which brings the editors");
  return JSON.parse(text);
}
